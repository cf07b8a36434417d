package io.tiercast.template.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiercast.problem.Problems.FieldError;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Meta's rules for a new template, checked before Meta is asked: what breaks one is named by its field. */
public final class TemplateRules {

    private static final String NAME = "[a-z0-9_]{1,512}";
    private static final String LANGUAGE = "[a-z]{2,3}(_[A-Za-z]{2,4})?";
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final Set<String> PARTS =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "LIMITED_TIME_OFFER");

    private static final int BODY = 1_024;
    private static final int BODY_OF_AN_OFFER = 600;
    private static final int BODY_OF_A_PRODUCT = 160;

    private final Faults faults = new Faults();
    private final String category;
    private final Map<String, Integer> places = new HashMap<>();
    private final JsonNode components;

    private TemplateRules(String category, JsonNode components) {
        this.category = category;
        this.components = components;
    }

    /** What is wrong with the name and the language. */
    public static List<FieldError> ofName(String name, String language) {
        Faults faults = new Faults();
        faults.unless(name.matches(NAME), "name", "must be 1 to 512 small letters, digits and underscores");
        faults.unless(language.matches(LANGUAGE), "language", "must be a locale such as en or pt_BR");
        return faults.all();
    }

    public static boolean isCategory(String category) {
        return CATEGORIES.contains(category);
    }

    /** What is wrong with the content; empty: Meta should take it. @param timeToLive null: the category's own */
    public static List<FieldError> ofContent(String category, JsonNode components, Duration timeToLive) {
        TemplateRules rules = new TemplateRules(category, components);
        rules.faults.unless(CATEGORIES.contains(category), "category", "must be MARKETING, UTILITY or AUTHENTICATION");
        rules.timeToLive(timeToLive);
        if (components.isArray()) {
            rules.content();
        } else {
            rules.faults.add("components", "must be an array");
        }
        return rules.faults.all();
    }

    private void timeToLive(Duration time) {
        if (time == null) {
            return;
        }
        long seconds = time.toSeconds();
        boolean right = switch (category) {
            case "AUTHENTICATION" -> seconds >= 30 && seconds <= 900;
            case "UTILITY" -> seconds >= 30 && seconds <= 43_200;
            default -> seconds >= 43_200 && seconds <= 2_592_000;
        };
        faults.unless(
                right,
                "timeToLive",
                "must be 30 s to 15 min for authentication, 30 s to 12 h for utility, 12 h to 30 days for marketing");
    }

    private void content() {
        for (int i = 0; i < components.size(); i++) {
            String type = components.get(i).path("type").asText("").toUpperCase(Locale.ROOT);
            faults.unless(PARTS.contains(type), at(i) + ".type", "is no kind of component that is known here");
            faults.unless(places.put(type, i) == null, at(i) + ".type", "is there twice");
        }
        if (!places.containsKey("BODY")) {
            faults.add("components", "need a BODY");
        } else if (category.equals("AUTHENTICATION")) {
            PasswordRules.check(faults, places, components);
        } else {
            parts();
        }
        mixedVariables();
    }

    private void parts() {
        boolean offer = places.containsKey("LIMITED_TIME_OFFER");
        boolean product = part("HEADER").path("format").asText().equals("PRODUCT");
        int longest = offer ? BODY_OF_AN_OFFER : product ? BODY_OF_A_PRODUCT : BODY;
        TextRules.body(faults, at("BODY"), part("BODY"), longest);
        if (places.containsKey("HEADER")) {
            HeaderRules.check(faults, at("HEADER"), part("HEADER"));
        }
        if (places.containsKey("FOOTER")) {
            TextRules.footer(faults, at("FOOTER"), part("FOOTER"));
        }
        if (places.containsKey("BUTTONS")) {
            ButtonRules.check(faults, at("BUTTONS"), part("BUTTONS").path("buttons"), offer);
        }
        if (offer) {
            offer();
        }
        if (places.containsKey("CAROUSEL")) {
            CarouselRules.check(faults, at("CAROUSEL"), part("CAROUSEL").path("cards"));
            faults.unless(category.equals("MARKETING"), "category", "must be MARKETING for a carousel");
        }
    }

    private void offer() {
        String text = part("LIMITED_TIME_OFFER")
                .path("limited_time_offer")
                .path("text")
                .asText("");
        faults.unless(
                !text.isBlank() && text.length() <= 16,
                at("LIMITED_TIME_OFFER") + ".limited_time_offer.text",
                "must have 1 to 16 characters");
        faults.unless(category.equals("MARKETING"), "category", "must be MARKETING for an offer for a limited time");
        if (places.containsKey("FOOTER")) {
            faults.add(at("FOOTER"), "is not allowed beside an offer for a limited time");
        }
        faults.unless(
                ButtonRules.linkIsLast(part("BUTTONS").path("buttons")),
                "components",
                "an offer for a limited time needs a URL button: alone, or behind the one to copy the code");
    }

    private void mixedVariables() {
        Set<Boolean> kinds = new HashSet<>();
        for (JsonNode component : components) {
            TextRules.variables(component.path("text").asText("")).forEach(name -> kinds.add(TextRules.isNumber(name)));
        }
        faults.unless(kinds.size() < 2, "components", "variables must be all numbered or all named");
    }

    private JsonNode part(String type) {
        return components.path(places.getOrDefault(type, -1));
    }

    private String at(String type) {
        return at(places.get(type));
    }

    private static String at(int index) {
        return "components[" + index + "]";
    }
}
