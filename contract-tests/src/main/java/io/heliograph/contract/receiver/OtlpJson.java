package io.heliograph.contract.receiver;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads OTLP/JSON as strictly as its specification lets a sender write it: lowerCamelCase keys that
 * the schema knows, ids in hex, enums as integers, 64-bit integers as decimal strings.
 */
final class OtlpJson {

  private static final Set<String> HEX_FIELDS = Set.of("traceId", "spanId", "parentSpanId");

  private OtlpJson() {}

  static Message parse(byte[] body, Message.Builder builder) throws MalformedRequestException {
    try {
      JsonElement json = JsonParser.parseString(new String(body, StandardCharsets.UTF_8));
      readObject(json, builder, "$");
      return builder.build();
    } catch (JsonParseException e) {
      throw new MalformedRequestException("not JSON: " + e.getMessage());
    }
  }

  private static void readObject(JsonElement json, Message.Builder builder, String path)
      throws MalformedRequestException {
    require(json.isJsonObject(), path, "must be an object", json);
    JsonObject object = json.getAsJsonObject();
    for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
      readField(entry.getKey(), entry.getValue(), builder, path + "." + entry.getKey());
    }
  }

  private static void readField(String key, JsonElement json, Message.Builder builder, String path)
      throws MalformedRequestException {
    FieldDescriptor field = fieldOf(builder, key);
    if (field == null) {
      throw new MalformedRequestException(path + " is not a field of OTLP/JSON");
    }
    if (!field.isRepeated()) {
      builder.setField(field, value(field, json, builder, path));
      return;
    }
    require(json.isJsonArray(), path, "must be an array", json);
    int index = 0;
    for (JsonElement element : json.getAsJsonArray()) {
      builder.addRepeatedField(field, value(field, element, builder, path + "[" + index++ + "]"));
    }
  }

  private static @Nullable FieldDescriptor fieldOf(Message.Builder builder, String key) {
    return builder.getDescriptorForType().getFields().stream()
        .filter(field -> field.getJsonName().equals(key))
        .findFirst()
        .orElse(null);
  }

  private static Object value(
      FieldDescriptor field, JsonElement json, Message.Builder parent, String path)
      throws MalformedRequestException {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      Message.Builder child = parent.newBuilderForField(field);
      readObject(json, child, path);
      return child.build();
    }
    require(json.isJsonPrimitive(), path, "must be a plain value", json);
    return scalar(field, json.getAsJsonPrimitive(), path);
  }

  private static Object scalar(FieldDescriptor field, JsonPrimitive json, String path)
      throws MalformedRequestException {
    try {
      return switch (field.getJavaType()) {
        case STRING -> string(json, path);
        case BOOLEAN -> bool(json, path);
        case INT -> int32(field, number(json, path).toString());
        case LONG -> long64(field, string(json, path));
        case ENUM -> enumValue(field, number(json, path).intValue(), path);
        case BYTE_STRING -> bytes(field, string(json, path));
        case DOUBLE -> Double.valueOf(json.getAsString());
        case FLOAT -> Float.valueOf(json.getAsString());
        case MESSAGE -> throw new IllegalStateException("a message is no scalar");
      };
    } catch (IllegalArgumentException e) {
      throw new MalformedRequestException(path + " is malformed: " + e.getMessage());
    }
  }

  private static String string(JsonPrimitive json, String path) throws MalformedRequestException {
    require(json.isString(), path, "must be a string", json);
    return json.getAsString();
  }

  private static boolean bool(JsonPrimitive json, String path) throws MalformedRequestException {
    require(json.isBoolean(), path, "must be a boolean", json);
    return json.getAsBoolean();
  }

  private static Number number(JsonPrimitive json, String path) throws MalformedRequestException {
    require(json.isNumber(), path, "must be a number", json);
    return json.getAsNumber();
  }

  private static int int32(FieldDescriptor field, String digits) {
    boolean signed =
        switch (field.getType()) {
          case INT32, SINT32, SFIXED32 -> true;
          default -> false;
        };
    return signed ? Integer.parseInt(digits) : Integer.parseUnsignedInt(digits);
  }

  private static long long64(FieldDescriptor field, String digits) {
    boolean signed =
        switch (field.getType()) {
          case INT64, SINT64, SFIXED64 -> true;
          default -> false;
        };
    return signed ? Long.parseLong(digits) : Long.parseUnsignedLong(digits);
  }

  private static Object enumValue(FieldDescriptor field, int number, String path)
      throws MalformedRequestException {
    Object value = field.getEnumType().findValueByNumber(number);
    if (value == null) {
      throw new MalformedRequestException(path + " has no value " + number);
    }
    return value;
  }

  private static ByteString bytes(FieldDescriptor field, String text) {
    byte[] bytes =
        HEX_FIELDS.contains(field.getJsonName())
            ? HexFormat.of().parseHex(text)
            : Base64.getDecoder().decode(text);
    return ByteString.copyFrom(bytes);
  }

  private static void require(boolean condition, String path, String rule, JsonElement json)
      throws MalformedRequestException {
    if (!condition) {
      throw new MalformedRequestException(path + " " + rule + " but is " + json);
    }
  }
}
