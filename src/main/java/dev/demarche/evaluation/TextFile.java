package dev.demarche.evaluation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads files in UTF-8 as they stand on disk, and says what is wrong with one that cannot be read. */
final class TextFile {
  private TextFile() {}

  /** All characters, line ends and a byte order mark included. */
  static String read(Path file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
    } catch (CharacterCodingException e) {
      throw new EvaluationException(file + ": the file is not UTF-8; save it in UTF-8", e);
    } catch (NoSuchFileException e) {
      throw new EvaluationException(file + ": there is no such file; name one that exists", e);
    } catch (IOException e) {
      throw new EvaluationException(file + ": cannot be read (" + e.getMessage() + "); name a file that this user may read", e);
    }
  }

  /** The lines, without their ends. */
  static List<String> lines(Path file) {
    return read(file).lines().toList();
  }
}
