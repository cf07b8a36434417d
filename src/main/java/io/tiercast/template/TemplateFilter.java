package io.tiercast.template;

import io.tiercast.sql.Statement;
import jakarta.ws.rs.QueryParam;

/** Which templates a list shows; what is not given does not restrict. */
public class TemplateFilter {

    @QueryParam("senderId")
    public Long senderId;

    @QueryParam("status")
    public String status;

    @QueryParam("category")
    public String category;

    @QueryParam("name")
    public String name;

    /** Part of the name. */
    @QueryParam("search")
    public String search;

    @QueryParam("language")
    public String language;

    @QueryParam("quality")
    public String quality;

    void restrict(Statement statement) {
        if (senderId != null) {
            statement.add(" and waba_id = (select waba_id from sender where id = ?)", senderId);
        }
        if (status != null) {
            statement.add(" and status = ?", status);
        }
        if (category != null) {
            statement.add(" and category = ?", category);
        }
        if (name != null) {
            statement.add(" and name = ?", name);
        }
        if (search != null) {
            statement.add(" and strpos(name, lower(?)) > 0", search);
        }
        if (language != null) {
            statement.add(" and language = ?", language);
        }
        if (quality != null) {
            statement.add(" and coalesce(quality, 'UNKNOWN') = ?", quality);
        }
    }
}
