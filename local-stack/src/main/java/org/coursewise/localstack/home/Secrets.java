package org.coursewise.localstack.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Passwords and keys of this home: made once, kept in files that only their owner reads. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int RSA_BITS = 2048;
    private static final int PEM_LINE = 64;

    private final Path folder;

    public Secrets(StackHome home) {
        this.folder = home.secrets();
    }

    /** 144 random bits in letters that need no quoting anywhere. */
    public String password(String name) {
        return kept(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(18)));
    }

    /** A key of 32 bytes as {@code id:base64}, the way the services want it. */
    public String key(String name) {
        return kept(name, () -> "local:" + Base64.getEncoder().encodeToString(random(32)));
    }

    /** A file with an RSA key of 2048 bits in PEM. */
    public Path rsaKey(String name) {
        kept(name, Secrets::pem);
        return file(name);
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private synchronized String kept(String name, Supplier<String> fresh) {
        try {
            var file = file(name);
            if (!Files.exists(file)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
                // Written beside and moved, so that a kill leaves no half secret
                var beside = Files.createTempFile(folder, name, ".new", ownerOnly("rw-------"));
                Files.writeString(beside, fresh.get());
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + name + " in " + folder, e);
        }
    }

    private static String pem() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, RANDOM);
            var encoded = generator.generateKeyPair().getPrivate().getEncoded();
            var lines = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(encoded);
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA", e);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
