package io.tiercast.meta;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where Meta is and how it proves itself to us. */
@ConfigMapping(prefix = "tiercast.meta")
public interface MetaConfig {

    /** Graph API base without version; unset: the built-in sandbox. */
    Optional<String> baseUrl();

    @WithDefault("v25.0")
    String apiVersion();

    /** The app that uploads belong to; Meta takes this word for the one of the access token. */
    @WithDefault("app")
    String appId();

    /** Keys of X-Hub-Signature-256; two during a rotation. */
    List<String> appSecret();

    /** Answer to the webhook handshake. */
    String verifyToken();
}
