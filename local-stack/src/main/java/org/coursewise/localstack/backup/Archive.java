package org.coursewise.localstack.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Folders of files as a compressed tar, with who may read what. */
final class Archive {

    private static final int DIRECTORY = 040000;
    private static final int FILE = 0100000;
    private static final int OWNER_READS = 0400;
    private static final List<PosixFilePermission> HIGHEST_BIT_FIRST = List.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private Archive() {}

    /** Writes what is in the folders below {@code top} behind the origin. */
    static void write(OutputStream output, Origin origin, Path top, Iterable<Path> folders) throws IOException {
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(new BufferedOutputStream(output)), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            var first = new TarArchiveEntry(Origin.ENTRY);
            var text = origin.bytes();
            first.setSize(text.length);
            tar.putArchiveEntry(first);
            tar.write(text);
            tar.closeArchiveEntry();
            for (var folder : folders) {
                add(tar, top, folder);
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path top, Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                if (Files.isDirectory(file) || Files.isRegularFile(file)) {
                    var name = top.relativize(file).toString().replace('\\', '/');
                    var entry = new TarArchiveEntry(file, name);
                    entry.setMode((Files.isDirectory(file) ? DIRECTORY : FILE) | mode(file));
                    tar.putArchiveEntry(entry);
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, tar);
                    }
                    tar.closeArchiveEntry();
                }
            }
        }
    }

    /**
     * Unpacks all of it.
     *
     * @throws BackupRefusedException when it was made elsewhere, in another format, or is no backup
     */
    static void read(InputStream input, Origin here, Path target) throws IOException {
        try (var zipped = new GZIPInputStream(new BufferedInputStream(input));
                var tar = new TarArchiveInputStream(zipped, "UTF-8")) {
            var first = tar.getNextEntry();
            if (first == null || !first.getName().equals(Origin.ENTRY)) {
                throw new BackupRefusedException("This file is no backup of Coursewise");
            }
            Origin.read(tar).requireSameSystem(here);
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new BackupRefusedException("The backup leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
            // To the very end, where the checksum is
            zipped.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
        }
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static int mode(Path file) throws IOException {
        if (!isPosix(file)) {
            return Files.isDirectory(file) ? 0700 : 0600;
        }
        var permissions = Files.getPosixFilePermissions(file);
        var mode = 0;
        for (var permission : HIGHEST_BIT_FIRST) {
            mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
        }
        return mode;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        var bit = OWNER_READS;
        for (var permission : HIGHEST_BIT_FIRST) {
            if ((mode & bit) != 0) {
                permissions.add(permission);
            }
            bit >>= 1;
        }
        return permissions;
    }
}
