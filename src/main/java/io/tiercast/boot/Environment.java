package io.tiercast.boot;

import java.util.Map;
import java.util.Optional;

/** The variables of the process. An empty one counts as unset, as it does for the rest of the configuration. */
record Environment(Map<String, String> variables) {

    Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return get(name).isPresent();
    }

    String require(String name, String reason) {
        return get(name).orElseThrow(() -> new StartRefused(name + " is not set; " + reason));
    }
}
