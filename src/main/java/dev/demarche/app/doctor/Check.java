package dev.demarche.app.doctor;

/** One thing to look at. */
@FunctionalInterface
interface Check {

  /**
   * Writes what it finds into {@code chart}, and changes nothing on the cluster.
   *
   * @throws org.apache.kafka.common.KafkaException if the cluster does not let it look
   */
  void look(Patient patient, Chart chart);
}
