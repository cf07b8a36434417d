package io.tiercast.campaign;

import static java.util.stream.Collectors.toMap;

import io.tiercast.sender.Sender;
import io.tiercast.template.VariableValue;
import java.util.Map;
import java.util.Optional;

/** What a variable may say of the number that sends; the same for everybody. */
final class SenderFields {

    private SenderFields() {}

    /** The same mapping, with the sender's own data in the place of the paths to them. */
    static Map<String, VariableValue> filled(Map<String, VariableValue> mapped, Sender sender) {
        return sender == null
                ? mapped
                : mapped.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> filled(entry.getValue(), sender)));
    }

    private static VariableValue filled(VariableValue source, Sender sender) {
        String found = source.path() == null ? null : field(source.path(), sender);
        return found == null ? source : new VariableValue(found, null, null, source.format());
    }

    private static String field(String path, Sender sender) {
        return switch (path) {
            case "sender.name" -> sender.name;
            case "sender.verifiedName" ->
                Optional.ofNullable(sender.verifiedName).orElse(sender.name);
            case "sender.phone" -> sender.displayPhoneNumber;
            default -> null;
        };
    }
}
