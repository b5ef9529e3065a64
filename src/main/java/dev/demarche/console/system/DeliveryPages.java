package dev.demarche.console.system;

import dev.demarche.console.Routes;
import dev.demarche.console.index.Slice;
import dev.demarche.console.web.Pages;
import dev.demarche.console.web.Parameters;
import dev.demarche.console.web.Room;
import dev.demarche.console.web.Visitor;
import dev.demarche.domain.Delivery;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code /system/deliveries}: who was told, and who was not. */
public final class DeliveryPages implements Routes {
  private static final int FORBIDDEN = 403;

  private final Pages pages;
  private final Receivers receivers;

  public DeliveryPages(Pages pages, Receivers receivers) {
    this.pages = Objects.requireNonNull(pages, "pages");
    this.receivers = Objects.requireNonNull(receivers, "receivers");
  }

  @Override
  public void install(RoutesConfig routes) {
    routes.get("/system/deliveries", this::list);
    routes.post("/system/deliveries/retry", this::retry);
  }

  private void list(Context context) {
    Range range = Range.orFirst(context);
    String receiver = new Parameters(context).text("receiver");
    Delivery.Status status = Stream.of(Delivery.Status.values()).filter(each -> each.name().equals(context.queryParam("status"))).findFirst().orElse(null);
    Slice<Delivery> deliveries = receivers.list(receiver, status, range);
    Map<String, Object> values = new HashMap<>(Map.of("receivers", receivers.all(), "deliveries", deliveries.items(), "turn",
        Turn.of(context, range, deliveries.total()), "receiver", receiver == null ? "" : receiver, "status", status == null ? "" : status.name()));
    values.put("statuses", List.of(Delivery.Status.values()));
    pages.answer(context, pages.page(context, Room.SYSTEM, "Deliveries"), "systemDeliveries.jte", values);
  }

  private void retry(Context context) {
    if (!Visitor.of(context).edits()) {
      context.status(FORBIDDEN).result("You may look, and not try again: ask for the role of an editor");
      return;
    }
    String receiver = context.formParam("receiver");
    if (receiver == null || receiver.isBlank()) {
      context.status(400).result("Say which receiver");
      return;
    }
    String notification = context.formParam("notification");
    String said;
    try {
      int again = receivers.retry(receiver, notification == null || notification.isBlank() ? null : notification);
      said = again == 0 ? "Nothing was left to try again" : again == 1 ? "1 delivery is tried again" : Quantity.count(again) + " deliveries are tried again";
    } catch (RuntimeException e) {
      said = "It was not asked for: " + e.getMessage();
    }
    pages.part(context, "systemSaid.jte", Map.of("said", said));
  }
}
