package dev.demarche.app;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;

/** What the brokers do not let this user do, in words, with the mend. */
public final class Denied {
  private static final String MEND = "; grant the stream's user what docs/deploy.md lists";

  private Denied() {}

  /** The fault in words; its own message where it is of another kind. */
  public static String tell(Throwable fault, Settings settings) {
    if (fault instanceof AuthenticationException) {
      return "the brokers do not take this user: " + fault.getMessage()
          + "; look at kafka.security.protocol, kafka.sasl.mechanism, kafka.sasl.jaas.config and kafka.ssl.*";
    }
    if (fault instanceof TopicAuthorizationException topics) {
      // Kafka names the topics but where Kafka Streams looks for its changelogs.
      return "no permission for the topics " + (topics.unauthorizedTopics().isEmpty() ? settings.text(Setting.APPLICATION_ID) + "-*"
          : String.join(", ", topics.unauthorizedTopics())) + MEND;
    }
    if (fault instanceof GroupAuthorizationException) {
      return "no permission for the group " + settings.text(Setting.APPLICATION_ID) + MEND;
    }
    if (fault instanceof TransactionalIdAuthorizationException) {
      return "no permission for transactional ids that start with " + settings.text(Setting.APPLICATION_ID) + "-" + MEND;
    }
    if (fault instanceof ClusterAuthorizationException || fault instanceof AuthorizationException) {
      return fault.getMessage() + MEND;
    }
    return String.valueOf(fault.getMessage());
  }
}
