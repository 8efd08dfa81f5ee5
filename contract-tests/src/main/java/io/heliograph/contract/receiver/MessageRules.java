package io.heliograph.contract.receiver;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules for every OTLP message: known fields, unique attribute keys, a named service. */
final class MessageRules {

  private static final String SERVICE_NAME = "service.name";

  private final List<String> violations;

  MessageRules(List<String> violations) {
    this.violations = violations;
  }

  void check(Message request) {
    checkMessage(request, request.getDescriptorForType().getName());
    request.getAllFields().forEach((field, groups) -> checkGroups((List<?>) groups));
  }

  private void checkMessage(Message message, String path) {
    Set<Integer> unknown = message.getUnknownFields().asMap().keySet();
    if (!unknown.isEmpty()) {
      violations.add(path + " has unknown protobuf fields " + unknown);
    }
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      if (entry.getKey().getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        checkField(entry.getKey(), entry.getValue(), path + "." + entry.getKey().getName());
      }
    }
  }

  private void checkField(FieldDescriptor field, Object value, String path) {
    if (!field.isRepeated()) {
      checkMessage((Message) value, path);
      return;
    }
    Set<String> keys = new HashSet<>();
    for (Object element : (List<?>) value) {
      checkMessage((Message) element, path);
      if (element instanceof KeyValue attribute) {
        checkKey(attribute.getKey(), keys, path);
      }
    }
  }

  private void checkKey(String key, Set<String> seen, String path) {
    if (key.isEmpty()) {
      violations.add(path + " has an empty key");
    }
    if (!seen.add(key)) {
      violations.add(path + " has the duplicate key \"" + key + "\"");
    }
  }

  /** The groups of all three signals carry their resource as the field of this name. */
  private void checkGroups(List<?> groups) {
    for (Object group : groups) {
      Message message = (Message) group;
      FieldDescriptor field = message.getDescriptorForType().findFieldByName("resource");
      if (!hasServiceName((Resource) message.getField(field))) {
        violations.add("the resource has no " + SERVICE_NAME);
      }
    }
  }

  private static boolean hasServiceName(Resource resource) {
    return resource.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals(SERVICE_NAME))
        .anyMatch(attribute -> !attribute.getValue().getStringValue().isEmpty());
  }
}
