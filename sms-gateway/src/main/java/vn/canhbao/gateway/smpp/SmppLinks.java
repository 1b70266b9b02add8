package vn.canhbao.gateway.smpp;

import java.util.Map;

/** The links on the wire, by name. */
public record SmppLinks(Map<String, SmppLink> byName) {

    public SmppLink of(String name) {
        SmppLink link = byName.get(name);
        if (link == null) {
            throw new IllegalArgumentException("there is no link '" + name + "'; the links are " + byName.keySet());
        }
        return link;
    }
}
