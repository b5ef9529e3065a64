package dev.demarche.app.doctor;

import dev.demarche.app.AlertDelivery;
import dev.demarche.app.Setting;
import dev.demarche.app.SettingsException;

/** Whether the file of receivers is well, where the settings name one. */
final class ReceiversCheck implements Check {
  @Override
  public void look(Patient patient, Chart chart) {
    String file = patient.settings().text(Setting.RECEIVERS);
    if (file == null) {
      return;
    }
    try {
      int receivers = AlertDelivery.file(patient.settings()).receivers().size();
      chart.fact(receivers + (receivers == 1 ? " receiver" : " receivers") + " in " + file);
    } catch (SettingsException e) {
      e.getMessage().lines().forEach(line -> {
        int mend = line.lastIndexOf("; ");
        chart.error("receivers", mend < 0 ? line : line.substring(0, mend), mend < 0 ? "mend the file" : line.substring(mend + 2));
      });
    }
  }
}
