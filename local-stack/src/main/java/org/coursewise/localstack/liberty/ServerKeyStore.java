package org.coursewise.localstack.liberty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.coursewise.localstack.process.JavaCommand;
import org.coursewise.localstack.process.ProgramFiles;

/**
 * The key store that all servers of a stack share, with a self-signed key for localhost. Each server would make its own
 * RSA key otherwise, and take seconds for it.
 */
final class ServerKeyStore {

    private static final int SECONDS = 60;

    private final Path folder;
    private final String password;

    ServerKeyStore(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** Where it is; the first call makes it. */
    Path file() throws IOException, InterruptedException {
        synchronized (ServerKeyStore.class) {
            var file = folder.resolve("keystore.p12");
            if (!Files.exists(file)) {
                // made beside and moved, so that a kill leaves no half key store
                var beside = folder.resolve("keystore.p12.new");
                Files.deleteIfExists(beside);
                make(beside);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        }
    }

    private void make(Path file) throws IOException, InterruptedException {
        var keytool = new ProcessBuilder(
                        JavaCommand.javaHome().resolve("bin").resolve("keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "default",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass:env",
                        "KEYSTORE_PASSWORD")
                .redirectErrorStream(true);
        keytool.environment().put("KEYSTORE_PASSWORD", password);
        var process = ProgramFiles.start(keytool);
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool could not make " + file + ": " + output.strip());
        }
    }
}
