package io.ess4j.sim.cli;

import io.ess4j.sim.input.InputException;
import io.ess4j.sim.input.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Opens what a command writes, and says why it cannot. */
final class Outputs {
    private Outputs() {}

    /** Opens files. */
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }

    /** Opens an output; one that cannot be written is a problem of the command line. */
    static <T> T writing(Path path, Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException e) {
            throw new InputException(List.of(new Problem(path.toString(), 0, "cannot be written: " + reason(e))), 0);
        }
    }

    /** Why a file cannot be read or written, in words. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is a file, not a folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof NoSuchFileException missing) {
            Path file = Path.of(missing.getFile());
            return Files.exists(file) ? file + " is gone" : "there is no " + file;
        }
        if (e instanceof FileSystemException other && other.getReason() != null) {
            return other.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
