package nadhir.geofence.rule;

import nadhir.core.yaml.YamlNode;

/** A rule, and where it stands in its file. */
record WrittenRule(Rule rule, YamlNode node) {
  String id() {
    return rule.id().value();
  }

  int line() {
    return node.line("rule");
  }
}
