package io.tiercast.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder of one installation. Nothing is created in it before something is asked of it. */
final class DataDirectory {

    /** Held for the life of the JVM: a lock that is collected as garbage lets a second instance in. */
    private static FileLock lock;

    private final Path path;

    DataDirectory(String path) {
        this.path = Path.of(path).toAbsolutePath().normalize();
    }

    Path resolve(String name) {
        return created().resolve(name);
    }

    /** A folder that only its owner may enter. */
    Path privateFolder(String name) {
        Path folder = resolve(name);
        try {
            return Files.exists(folder) ? folder : Files.createDirectory(folder, permissions("rwx------"));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Takes the directory for this process; refuses the start if another one has it. */
    void lock() {
        Path file = resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw new StartRefused(
                        "another Tiercast (process " + Files.readString(file).strip() + ") is using the data directory "
                                + path + "; stop it, or set TIERCAST_DATA_DIR to another one");
            }
            channel.truncate(0)
                    .write(ByteBuffer.wrap(
                            Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * A secret of this installation, made when first asked for and readable by its owner only.
     *
     * @return that many random bytes, in base64
     */
    String secret(String name, int bytes) {
        Path file = resolve(name);
        try {
            if (!Files.exists(file)) {
                writePrivately(file, random(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** By way of a second file, so that a crash leaves the whole secret or none. */
    private static void writePrivately(Path file, String text) throws IOException {
        String name = file.getFileName().toString();
        Path draft = Files.createTempFile(file.getParent(), name, ".new", permissions("rw-------"));
        Files.writeString(draft, text + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?> permissions(String symbolic) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(symbolic));
    }

    private static String random(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private Path created() {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private StartRefused unusable(IOException e) {
        return new StartRefused(
                "the data directory " + path + " cannot be used (" + e + "); TIERCAST_DATA_DIR sets another one", e);
    }
}
