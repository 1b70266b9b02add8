package vn.canhbao.core.recipient;

/**
 * A province, or a commune of one.
 *
 * @param code 2 digits for a province, 5 for a commune, as in the state's list
 * @param parentCode of a commune: its province
 */
public record Area(String code, String name, String parentCode) {

    public static Area province(String code, String name) {
        return new Area(code, name, null);
    }

    public static Area commune(String code, String name, String province) {
        return new Area(code, name, province);
    }
}
