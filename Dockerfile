# Demarche in a container. Nothing is built here: the jar that the tests have passed is copied. First: mvn verify
FROM eclipse-temurin:17-jre

# The only folder that is written besides /tmp; what it holds can be read again from Kafka.
RUN install -d -o 10001 -g 10001 -m 0750 /var/lib/demarche
COPY target/demarche.jar /opt/demarche/demarche.jar

ENV DEMARCHE_STATE_DIR=/var/lib/demarche/state DEMARCHE_HTTP_LISTEN=0.0.0.0:8080
# The state stores live outside of the heap, hence the share of the container's memory that is left to them.
ENV JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseParallelGC -XX:+ExitOnOutOfMemoryError"

USER 10001:10001
VOLUME /var/lib/demarche
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]

ENTRYPOINT ["java", "-jar", "/opt/demarche/demarche.jar"]
CMD ["run"]
