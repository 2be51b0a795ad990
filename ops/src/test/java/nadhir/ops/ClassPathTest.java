package nadhir.ops;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The GeoTools jar carries older copies of SLF4J and Guava. Which copy is loaded depends on the
 * order of the class path, which follows the order of the dependencies in the poms.
 */
class ClassPathTest {

  @ParameterizedTest
  @CsvSource({
    "org.slf4j.LoggerFactory, slf4j-api",
    "com.google.common.collect.ImmutableList, guava",
  })
  void aClassThatGeoToolsCopiesComesFromItsOwnJar(String type, String jar) throws Exception {
    var source = Class.forName(type).getProtectionDomain().getCodeSource().getLocation().getPath();
    var file = source.substring(source.lastIndexOf('/') + 1);
    assertTrue(file.startsWith(jar + "-"), type + " was loaded from " + source);
  }
}
