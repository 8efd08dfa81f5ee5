package io.heliograph.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads with {@code org.snakeyaml:snakeyaml-engine}. */
final class SnakeYamlEngineReader implements YamlReader {

  @Override
  public YamlNode read(String document) throws MalformedYaml {
    try {
      return new Compose(LoadSettings.builder().build())
          .composeString(document)
          .map(SnakeYamlEngineReader::convert)
          .orElse(YamlNode.scalar("", 1));
    } catch (MarkedYamlEngineException e) {
      throw new MalformedYaml(line(e.getProblemMark()));
    } catch (YamlEngineException e) {
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
          sequence.getValue().stream().map(SnakeYamlEngineReader::convert).toList(), line);
    }
    return YamlNode.scalar(textOf(node), line);
  }

  private static String textOf(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}
