package io.tiercast.webhook;

import org.junit.jupiter.api.BeforeEach;

/** Each test has a business of its own, so that news of one stop nothing of another. */
abstract class BusinessFixture {

    Business business;

    @BeforeEach
    void aBusinessOfItsOwn() {
        business = new Business();
    }
}
