package vn.canhbao.scheduler.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.canhbao.core.recipient.Area;
import vn.canhbao.core.recipient.Areas;

/** Writes the provinces and communes that a file names, each once an execution; a code without a name changes no name. */
final class AreaNames {

    private final Areas areas;
    private final Map<String, Area> written = new HashMap<>();

    AreaNames(Areas areas) {
        this.areas = areas;
    }

    void write(List<Area> named) {
        Map<String, Area> news = new HashMap<>();
        for (Area area : named) {
            boolean nameless = area.name().equals(area.code());
            if (!area.equals(written.get(area.code())) && !(nameless && written.containsKey(area.code()))) {
                news.put(area.code(), area);
            }
        }
        if (news.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(areas.withCommunes(news.keySet()));
        List<Area> worthWriting = new ArrayList<>(news.values());
        worthWriting.removeIf(area -> area.name().equals(area.code()) && known.contains(area.code()));
        areas.put(worthWriting);
        written.putAll(news);
    }
}
