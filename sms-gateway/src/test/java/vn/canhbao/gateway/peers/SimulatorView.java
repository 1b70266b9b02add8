package vn.canhbao.gateway.peers;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.canhbao.gateway.peers.PeerSmsc.ReceivedSubmit;
import vn.canhbao.gateway.smpp.simulator.AcceptedSubmit;

/** What the built-in SMSC took from another implementation's client, decoded with a third one's alphabets. */
public final class SimulatorView {

    private static final int UDHI = 0x40;
    private static final int UCS_2 = 8;

    private SimulatorView() {}

    public static List<ReceivedSubmit> of(List<AcceptedSubmit> accepted) {
        return accepted.stream().map(SimulatorView::decoded).toList();
    }

    private static ReceivedSubmit decoded(AcceptedSubmit submit) {
        byte[] octets = submit.octets();
        int header = (submit.esmClass() & UDHI) == 0 ? 0 : octets[0] + 1;
        byte[] text = Arrays.copyOfRange(octets, header, octets.length);
        return new ReceivedSubmit(
                submit.destination(),
                submit.source(),
                submit.dataCoding(),
                submit.esmClass(),
                header == 0 ? "" : HexFormat.of().formatHex(octets, 1, header),
                CharsetUtil.decode(
                        text, submit.dataCoding() == UCS_2 ? CharsetUtil.CHARSET_UCS_2 : CharsetUtil.CHARSET_GSM));
    }
}
