package org.coursewise.recommender.modelfile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.coursewise.recommender.Recommender;

/**
 * A model as bytes: the mark {@code CWRECOMM}, the version of the format, the length of the content, its SHA-256, and
 * the content, which is plain numbers and texts after their lengths. Nothing in it is ever executed.
 */
public final class ModelFile {

    /** The version of the format that this code writes, and the only one it reads. */
    public static final int VERSION = 2;

    private static final byte[] MARK = "CWRECOMM".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 1 << 30;

    private ModelFile() {}

    /** Writes a model; the stream stays open. */
    public static void write(Recommender model, OutputStream stream) throws IOException {
        var content = new ModelOutput();
        ModelContent.write(model, content);
        byte[] bytes = content.bytes();
        var out = new DataOutputStream(stream);
        out.write(MARK);
        out.writeInt(VERSION);
        out.writeInt(bytes.length);
        out.write(digest(bytes));
        out.write(bytes);
        out.flush();
    }

    /**
     * Reads a model; what comes after it in the stream is left there.
     *
     * @throws UnreadableModelException when the bytes are foreign, cut off, damaged or of another version
     */
    public static Recommender read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        try {
            if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                throw new UnreadableModelException("This is not a model of the recommender");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw new UnreadableModelException("The model is of format version " + version
                        + "; this program reads version " + VERSION
                        + (version > VERSION ? ": use a newer program" : ": train it anew"));
            }
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new UnreadableModelException("The model is damaged: it is said to have " + length + " bytes");
            }
            byte[] expected = in.readNBytes(digest(new byte[0]).length);
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new UnreadableModelException(
                        "The model is cut off after " + bytes.length + " of " + length + " bytes");
            }
            if (!MessageDigest.isEqual(expected, digest(bytes))) {
                throw new UnreadableModelException("The model is damaged: its checksum is wrong");
            }
            return ModelContent.read(new ModelInput(bytes));
        } catch (EOFException e) {
            throw new UnreadableModelException("The model is cut off", e);
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
