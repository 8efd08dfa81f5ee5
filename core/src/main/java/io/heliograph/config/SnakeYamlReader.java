package io.heliograph.config;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads with {@code org.yaml:snakeyaml}, composing only: no object is ever constructed. */
final class SnakeYamlReader implements YamlReader {

  @Override
  public YamlNode read(String document) throws MalformedYaml {
    try {
      Node root = new Yaml().compose(new StringReader(document));
      return root == null ? YamlNode.scalar("", 1) : convert(root);
    } catch (MarkedYAMLException e) {
      throw new MalformedYaml(line(e.getProblemMark()));
    } catch (YAMLException e) {
      throw new MalformedYaml(1);
    }
  }

  private static YamlNode convert(Node node) {
    int line = line(node.getStartMark());
    if (node instanceof MappingNode mapping) {
      Map<String, YamlNode> entries = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        entries.put(textOf(tuple.getKeyNode()), convert(tuple.getValueNode()));
      }
      return YamlNode.mapping(entries, line);
    }
    if (node instanceof SequenceNode sequence) {
      return YamlNode.sequence(
          sequence.getValue().stream().map(SnakeYamlReader::convert).toList(), line);
    }
    return YamlNode.scalar(textOf(node), line);
  }

  private static String textOf(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 1 : mark.getLine() + 1;
  }
}
