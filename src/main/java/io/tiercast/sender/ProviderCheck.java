package io.tiercast.sender;

import io.tiercast.http.OutgoingAddresses;
import io.tiercast.meta.MarketingMessages;
import io.tiercast.problem.Problems;
import io.tiercast.problem.Problems.FieldError;
import io.tiercast.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Whether what an operator says of a provider can be. */
@ApplicationScoped
class ProviderCheck {

    private final OutgoingAddresses addresses;

    ProviderCheck(OutgoingAddresses addresses) {
        this.addresses = addresses;
    }

    /** Fails with 422 and every field that cannot be. */
    void require(Provider provider, boolean ownSecret, MarketingMessages marketing) {
        List<FieldError> errors = new ArrayList<>();
        provider.problems().forEach(problem -> errors.add(at(problem.field(), problem.message())));
        provider.addresses()
                .forEach((field, url) -> addresses.problem(url).ifPresent(problem -> errors.add(at(field, problem))));
        if (!provider.equals(Provider.META) && !ownSecret) {
            errors.add(new FieldError("appSecret", "is needed: by it the provider's calls prove who they are"));
        }
        if (marketing != MarketingMessages.OFF && !provider.capabilities().marketingMessages()) {
            errors.add(new FieldError("marketingMessages", "must be OFF: the provider does not offer it"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid("provider-not-valid", "The provider cannot be used like this.", errors);
        }
    }

    private static FieldError at(String field, String message) {
        return new FieldError("provider." + field, message);
    }
}
