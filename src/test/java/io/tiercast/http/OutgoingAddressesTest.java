package io.tiercast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingAddressesTest {

    private final OutgoingAddresses strict = new OutgoingAddresses(() -> false, null);
    private final OutgoingAddresses open = new OutgoingAddresses(() -> true, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
                "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fd00::1", "64:ff9b::7f00:1",
                "2002:7f00:1::", "2001:0:7f00:1::", "::ffff:10.0.0.1", "::"
            })
    void addressesOfOwnNetworksAreNotPublic(String address) throws UnknownHostException {
        assertFalse(OutgoingAddresses.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "2a03:2880:f10c::1"})
    void othersAre(String address) throws UnknownHostException {
        assertTrue(OutgoingAddresses.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "ftp://api.example.com",
                "https://127.0.0.1/v1",
                "https://2130706433/",
                "https://[::1]/",
                "https://localhost:8443",
                "https://user@api.example.com",
                "https://",
                "api.example.com",
                "https://a b"
            })
    void whatMayNotBeCalledIsSaid(String url) {
        assertTrue(strict.problem(url).isPresent());
    }

    @Test
    void httpsToTheWorldMayBeCalled() {
        assertEquals(Optional.empty(), strict.problem("https://api.example.com/v25.0"));
    }

    @Test
    void aSettingOpensTheOwnNetwork() {
        assertEquals(Optional.empty(), open.problem("http://127.0.0.1:8080/v1"));
        assertEquals(Optional.empty(), open.problem("http://localhost/"));
    }
}
