package dev.demarche.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.demarche.topics.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Dockerfile's instructions. */
final class ImageFile {
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

  private final List<String> lines;

  ImageFile() throws IOException {
    lines = Arrays.stream(Files.readString(Path.of("Dockerfile")).replace("\\\n", " ").split("\n"))
        .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  /** What stands behind each {@code instruction}. */
  List<String> all(String instruction) {
    return lines.stream().filter(line -> line.startsWith(instruction + " ")).map(line -> line.substring(instruction.length()).strip()).toList();
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String line : all("ENV")) {
      Matcher assignment = ASSIGNMENT.matcher(line);
      while (assignment.find()) {
        environment.put(assignment.group(1), assignment.group(2) == null ? assignment.group(3) : assignment.group(2));
      }
    }
    return environment;
  }

  /** The words of an instruction in its JSON form, such as ENTRYPOINT or CMD. */
  List<String> words(String instruction) throws JsonProcessingException {
    String line = all(instruction).get(0);
    List<String> words = new ArrayList<>();
    Json.mapper().readTree(line.substring(line.indexOf('['))).forEach(word -> words.add(word.asText()));
    return words;
  }
}
