package dev.demarche.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the build. */
public final class ProductVersion {
  private ProductVersion() {}

  /** As it stands in the build, such as {@code 0.1.0}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("/demarche-version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
