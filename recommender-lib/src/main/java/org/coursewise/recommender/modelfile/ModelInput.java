package org.coursewise.recommender.modelfile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ModelOutput} wrote; no length is believed that is longer than what is left. */
final class ModelInput {

    private final ByteBuffer in;

    ModelInput(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    boolean atEnd() {
        return !in.hasRemaining();
    }

    int number() {
        return in.getInt();
    }

    long longNumber() {
        return in.getLong();
    }

    double fraction() {
        return in.getDouble();
    }

    boolean flag() {
        return in.get() != 0;
    }

    String text() throws UnreadableModelException {
        var encoded = new byte[length(1)];
        in.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    List<String> texts() throws UnreadableModelException {
        int length = length(Integer.BYTES);
        var values = new ArrayList<String>();
        for (int k = 0; k < length; k++) {
            values.add(text());
        }
        return values;
    }

    int[] integers() throws UnreadableModelException {
        var values = new int[length(Integer.BYTES)];
        in.asIntBuffer().get(values);
        in.position(in.position() + values.length * Integer.BYTES);
        return values;
    }

    float[] floats() throws UnreadableModelException {
        var values = new float[length(Float.BYTES)];
        in.asFloatBuffer().get(values);
        in.position(in.position() + values.length * Float.BYTES);
        return values;
    }

    double[] doubles() throws UnreadableModelException {
        var values = new double[length(Double.BYTES)];
        in.asDoubleBuffer().get(values);
        in.position(in.position() + values.length * Double.BYTES);
        return values;
    }

    /** A length that is followed by that many things of at least this size. */
    int length(int bytesEach) throws UnreadableModelException {
        int length = in.getInt();
        if (length < 0 || (long) length * bytesEach > in.remaining()) {
            throw new UnreadableModelException("The model is damaged: a part is said to have " + length + " entries");
        }
        return length;
    }
}
