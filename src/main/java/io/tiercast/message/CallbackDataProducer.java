package io.tiercast.message;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the installation's name and key once, at the start. */
class CallbackDataProducer {

    @Produces
    @Singleton
    CallbackData callbackData(DataSource database, @ConfigProperty(name = "tiercast.secret-key") String secretKey)
            throws SQLException {
        return new CallbackData(deployment(database), Base64.getDecoder().decode(secretKey));
    }

    private static String deployment(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select deployment from installation")) {
            row.next();
            return row.getString(1);
        }
    }
}
