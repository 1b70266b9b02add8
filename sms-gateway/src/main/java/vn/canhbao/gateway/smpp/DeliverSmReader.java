package vn.canhbao.gateway.smpp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import vn.canhbao.gateway.smpp.wire.Pdu;

/**
 * Reads a deliver_sm (SMPP 3.4 §4.6.1) or data_sm (§4.7.1) leniently: a field that is too long is taken as it is, one that
 * is cut off is empty. Written by hand, as jSMPP refuses such PDUs whole, and a receipt would be lost.
 */
final class DeliverSmReader {

    private final byte[] octets;
    private int at = Pdu.HEADER;

    private DeliverSmReader(Pdu pdu) {
        octets = pdu.octets();
    }

    static DeliverSm read(String link, Instant receivedAt, Pdu pdu) {
        return new DeliverSmReader(pdu).read(link, receivedAt, pdu.commandId() == Pdu.DATA_SM);
    }

    private DeliverSm read(String link, Instant receivedAt, boolean dataSm) {
        text(); // service_type
        skip(2); // source_addr_ton, source_addr_npi
        String source = text();
        skip(2); // dest_addr_ton, dest_addr_npi
        String destination = text();
        int esmClass = octet();
        int dataCoding;
        byte[] shortMessage = new byte[0];
        if (dataSm) {
            skip(1); // registered_delivery
            dataCoding = octet();
        } else {
            skip(2); // protocol_id, priority_flag
            text(); // schedule_delivery_time
            text(); // validity_period
            skip(2); // registered_delivery, replace_if_present_flag
            dataCoding = octet();
            skip(1); // sm_default_msg_id
            shortMessage = octets(octet());
        }
        byte[] tlvs = octets(octets.length - at);
        return new DeliverSm(link, receivedAt, source, destination, esmClass, dataCoding, shortMessage, tlvs);
    }

    private int octet() {
        return at < octets.length ? octets[at++] & 0xFF : 0;
    }

    private void skip(int count) {
        at = Math.min(octets.length, at + count);
    }

    private byte[] octets(int count) {
        int from = at;
        skip(count);
        return Arrays.copyOfRange(octets, from, at);
    }

    /** A C-octet string. */
    private String text() {
        int from = at;
        while (at < octets.length && octets[at] != 0) {
            at++;
        }
        String text = new String(octets, from, at - from, StandardCharsets.ISO_8859_1);
        skip(1);
        return text;
    }
}
