/**
 * Who is told of an alert, and why: pure functions over a tree of routes, as in Prometheus' Alertmanager. Enter by
 * {@link dev.demarche.delivery.routing.Route}.
 *
 * <p>Imports {@code alerting}, whose matchers it asks, and {@code domain}.
 */
package dev.demarche.delivery.routing;
