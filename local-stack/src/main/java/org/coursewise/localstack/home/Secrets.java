package org.coursewise.localstack.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords and keys of this home: made once, kept in files that only their owner reads. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public Secrets(StackHome home) {
        this.folder = home.secrets();
    }

    /** 144 random bits in letters that need no quoting anywhere. */
    public String password(String name) {
        return kept(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random(18)));
    }

    /** A key of 32 bytes as {@code id:base64}, the way the services want it. */
    public String key(String name) {
        return kept(name, "local:" + Base64.getEncoder().encodeToString(random(32)));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    private synchronized String kept(String name, String fresh) {
        try {
            var file = file(name);
            if (!Files.exists(file)) {
                Files.createDirectories(folder, ownerOnly("rwx------"));
                // Written beside and moved, so that a kill leaves no half secret
                var beside = Files.createTempFile(folder, name, ".new", ownerOnly("rw-------"));
                Files.writeString(beside, fresh);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the secret " + name + " in " + folder, e);
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
