package vn.canhbao.gateway.smpp;

import java.util.Map;

/** The command_status values that we meet, by name and with what they mean for us (SMPP 3.4 §5.1.3). */
public final class CommandStatus {

    public static final int ESME_RINVBNDSTS = 0x04;
    public static final int ESME_RALYBND = 0x05;
    public static final int ESME_RSYSERR = 0x08;
    public static final int ESME_RINVDSTADR = 0x0B;
    public static final int ESME_RBINDFAIL = 0x0D;
    public static final int ESME_RINVPASWD = 0x0E;
    public static final int ESME_RINVSYSID = 0x0F;
    public static final int ESME_RMSGQFUL = 0x14;
    public static final int ESME_RINVSYSTYP = 0x53;
    public static final int ESME_RTHROTTLED = 0x58;
    public static final int ESME_RX_T_APPN = 0x64;

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(0x01, "ESME_RINVMSGLEN: độ dài tin bị từ chối (message length refused)"),
            Map.entry(ESME_RINVBNDSTS, "ESME_RINVBNDSTS: sai trạng thái bind (wrong bind state)"),
            Map.entry(
                    ESME_RALYBND, "ESME_RALYBND: tài khoản đã bind đủ (account already bound): đóng phiên cũ hoặc chờ"),
            Map.entry(ESME_RSYSERR, "ESME_RSYSERR: SMSC lỗi tạm thời (system error)"),
            Map.entry(
                    0x0A,
                    "ESME_RINVSRCADR: sender id không được chấp nhận (sender id refused): kiểm tra đăng ký brandname"),
            Map.entry(ESME_RINVDSTADR, "ESME_RINVDSTADR: số nhận không hợp lệ (destination refused)"),
            Map.entry(ESME_RBINDFAIL, "ESME_RBINDFAIL: bind thất bại (bind failed): hỏi nhà mạng"),
            Map.entry(
                    ESME_RINVPASWD, "ESME_RINVPASWD: sai mật khẩu (wrong password): sửa canhbao.links.<tên>.password"),
            Map.entry(
                    ESME_RINVSYSID,
                    "ESME_RINVSYSID: sai system_id (unknown system_id): sửa canhbao.links.<tên>.system-id"),
            Map.entry(ESME_RMSGQFUL, "ESME_RMSGQFUL: hàng đợi đầy (message queue full)"),
            Map.entry(0x02, "ESME_RINVCMDLEN: độ dài PDU bị từ chối (command length refused): báo nhóm phát triển"),
            Map.entry(0x03, "ESME_RINVCMDID: SMSC không nhận lệnh này (command refused): hỏi nhà mạng loại bind"),
            Map.entry(0x06, "ESME_RINVPRTFLG: priority_flag bị từ chối (priority flag refused): hỏi nhà mạng"),
            Map.entry(
                    0x07, "ESME_RINVREGDLVFLG: registered_delivery bị từ chối (receipt request refused): hỏi nhà mạng"),
            Map.entry(0x15, "ESME_RINVSERTYP: service_type bị từ chối (service type refused): hỏi nhà mạng"),
            Map.entry(
                    0x43,
                    "ESME_RINVESMCLASS: esm_class bị từ chối (esm_class refused): đổi canhbao.links.<tên>.long-message"),
            Map.entry(0x48, "ESME_RINVSRCTON: sender TON bị từ chối (refused): sửa canhbao.links.<tên>.sender-ton"),
            Map.entry(0x49, "ESME_RINVSRCNPI: sender NPI bị từ chối (refused): sửa canhbao.links.<tên>.sender-npi"),
            Map.entry(0x50, "ESME_RINVDSTTON: dest TON bị từ chối (refused): sửa canhbao.links.<tên>.dest-ton"),
            Map.entry(0x51, "ESME_RINVDSTNPI: dest NPI bị từ chối (refused): sửa canhbao.links.<tên>.dest-npi"),
            Map.entry(
                    0x62,
                    "ESME_RINVEXPIRY: validity_period bị từ chối (refused): đổi canhbao.links.<tên>.validity-mode"),
            Map.entry(
                    0xC0, "ESME_RINVOPTPARSTREAM: TLV bị từ chối (TLVs refused): đổi canhbao.links.<tên>.long-message"),
            Map.entry(
                    0xC1,
                    "ESME_ROPTPARNOTALLWD: TLV không được phép (TLV not allowed): đổi canhbao.links.<tên>.long-message"),
            Map.entry(0x45, "ESME_RSUBMITFAIL: submit_sm thất bại (submit failed)"),
            Map.entry(
                    ESME_RINVSYSTYP,
                    "ESME_RINVSYSTYP: sai system_type (wrong system_type): sửa canhbao.links.<tên>.system-type"),
            Map.entry(ESME_RTHROTTLED, "ESME_RTHROTTLED: gửi quá tốc độ (throttled)"),
            Map.entry(ESME_RX_T_APPN, "ESME_RX_T_APPN: lỗi tạm thời (temporary error)"));

    private CommandStatus() {}

    /** Whether the SMSC refused for now only: it doesn't have the message, and might take it later. */
    static boolean passes(int status) {
        return status == ESME_RTHROTTLED
                || status == ESME_RMSGQFUL
                || status == ESME_RSYSERR
                || status == ESME_RX_T_APPN;
    }

    /** Name, meaning and remedy, or the bare code. */
    public static String words(int status) {
        String hex = "0x%02X".formatted(status);
        return WORDS.containsKey(status) ? hex + " " + WORDS.get(status) : hex;
    }
}
