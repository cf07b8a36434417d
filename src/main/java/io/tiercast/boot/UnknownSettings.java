package io.tiercast.boot;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Names at the start the settings of ours that nobody reads: most of them are misspelt, and would be missed in silence. */
@ApplicationScoped
class UnknownSettings {

    private static final Logger LOG = Logger.getLogger(UnknownSettings.class);

    /** Those that are in no mapping, because they are read one by one. */
    private static final Set<String> SINGLE = Set.of(
            "tiercast.consent.confirmation-words",
            "tiercast.demo-data",
            "tiercast.opt-out-words",
            "tiercast.prepared",
            "tiercast.secret-key",
            "tiercast.template-sync-every");

    private final Config config;
    private final Set<String> known;

    UnknownSettings(Config config, BeanManager beans) {
        this.config = config;
        this.known = Stream.concat(SINGLE.stream(), mapped(beans)).collect(Collectors.toSet());
    }

    void tell(@Observes StartupEvent event) {
        found().forEach(name -> LOG.warnf("There is no setting %s: it has no effect. Is it misspelt?", name));
    }

    Set<String> known() {
        return known;
    }

    List<String> found() {
        return unknown(StreamSupport.stream(config.getPropertyNames().spliterator(), false), known);
    }

    /** A setting's own name, or that of its variable. */
    static List<String> unknown(Stream<String> names, Set<String> known) {
        Set<String> variables = known.stream().map(UnknownSettings::variable).collect(Collectors.toSet());
        return names
                .filter(name -> name.startsWith("tiercast.") || name.startsWith("TIERCAST_"))
                .filter(name -> !known.contains(name.replaceAll("\\[[0-9]+]", "")))
                .filter(name -> !variables.contains(variable(name).replaceAll("_[0-9]+_$", "")))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> mapped(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> bean.getTypes().stream())
                .filter(type -> type instanceof Class<?> mapping && mapping.isAnnotationPresent(ConfigMapping.class))
                .map(type -> ConfigClass.configClass((Class<?>) type))
                .filter(mapping -> mapping.getPrefix().startsWith("tiercast"))
                .flatMap(mapping -> ConfigMappings.getProperties(mapping).keySet().stream());
    }
}
