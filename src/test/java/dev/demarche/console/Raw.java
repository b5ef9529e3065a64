package dev.demarche.console;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A client that sends exactly the headers it is given, Host among them, which those of the JDK do not. */
public final class Raw {

  /** An answer; header names in any case. */
  public record Answer(int status, List<String> headers, String body) {

    /** The first header of that name. */
    public Optional<String> header(String name) {
      return headers.stream().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1)).map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  private Raw() {}

  /** Sends a request without a body. */
  public static Answer ask(ListenAddress at, String method, String path, String... headers) throws IOException {
    return send(at, method, path, "", headers);
  }

  /** Sends a form. */
  public static Answer post(ListenAddress at, String path, String form, String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
    return send(at, "POST", path, form, all);
  }

  /** Sends a request with a body. */
  public static Answer send(ListenAddress at, String method, String path, String body, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    if (Arrays.stream(headers).noneMatch(header -> header.startsWith("Host:"))) {
      request.append("Host: ").append(at).append("\r\n");
    }
    Arrays.stream(headers).forEach(header -> request.append(header).append("\r\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!body.isEmpty()) {
      request.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    request.append("\r\n");
    try (Socket socket = new Socket(at.host(), at.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = answer.indexOf("\r\n\r\n");
      List<String> lines = Arrays.asList(answer.substring(0, end).split("\r\n"));
      return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()), answer.substring(end + 4));
    }
  }
}
