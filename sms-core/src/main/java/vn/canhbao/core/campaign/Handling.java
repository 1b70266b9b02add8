package vn.canhbao.core.campaign;

/**
 * How a campaign is treated beside others.
 *
 * @param urgent its messages go before those of campaigns that are not
 * @param exercise "diễn tập": it can never reach a public link
 * @param correctsId the campaign that it corrects or recalls, or {@code null}
 */
public record Handling(boolean urgent, boolean exercise, Long correctsId) {

    public static final Handling USUAL = new Handling(false, false, null);
}
