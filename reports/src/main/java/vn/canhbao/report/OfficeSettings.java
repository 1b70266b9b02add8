package vn.canhbao.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code canhbao.office.*}: how the office writes itself on what it sends out.
 *
 * @param superior the superior body, top left of an official text
 * @param name the issuing body below it
 * @param symbol the office's letters in {@code Số: …/BC-VP}
 * @param place where it sits, before the date
 * @param draftingUnit the unit in {@code Lưu: VT, …}
 * @param addressees first addressees of a new report
 * @param receivers first lines of {@code Nơi nhận}
 * @param signerTitle authority and title, one a line
 * @param signerName the signer's full name
 * @param publicAddress where people outside reach the public pages, without a slash at its end; empty: as they were asked for
 * @param capSender who sends CAP alerts: an address or domain of the office, without spaces, commas, {@code <} or {@code &}
 * @param contact what the public is told to call or visit
 * @param area name of the area that warnings are for
 * @param areaCode its code in the administrative list; empty: not told
 * @param segmentPrice by operator code: đồng for a segment; none: 0
 */
@ConfigurationProperties("canhbao.office")
public record OfficeSettings(
        @DefaultValue("ỦY BAN NHÂN DÂN TỈNH") String superior,
        @DefaultValue("VĂN PHÒNG") String name,
        @DefaultValue("VP") String symbol,
        @DefaultValue("Tỉnh") String place,
        @DefaultValue("CNTT") String draftingUnit,
        @DefaultValue("Ủy ban nhân dân tỉnh") List<String> addressees,
        @DefaultValue("Như trên") List<String> receivers,
        @DefaultValue("CHÁNH VĂN PHÒNG") List<String> signerTitle,
        @DefaultValue("") String signerName,
        @DefaultValue("") String publicAddress,
        @DefaultValue("canhbao.local") String capSender,
        @DefaultValue("công an nơi gần nhất hoặc số 113") String contact,
        @DefaultValue("Toàn tỉnh") String area,
        @DefaultValue("") String areaCode,
        @DefaultValue Map<String, BigDecimal> segmentPrice) {}
