package vn.canhbao.templates.lint;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Characters that gateways here refuse or replace in brandname messages. */
@Component
class ForbiddenCharacters implements LintRule {

    private final String forbidden;

    ForbiddenCharacters(LintSettings settings) {
        forbidden = settings.forbiddenCharacters();
    }

    @Override
    public String code() {
        return "forbidden-characters";
    }

    @Override
    public List<Flaw> flaws(LintedText text) {
        List<Integer> places = text.words()
                .chars()
                .filter(character -> forbidden.indexOf(character) >= 0)
                .distinct()
                .mapToObj(character -> text.words().indexOf(character))
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        String found = places.stream()
                .map(place -> text.words().substring(place, place + 1))
                .collect(Collectors.joining(" "));
        return List.of(new Flaw(
                places.getFirst(),
                places.getFirst() + 1,
                "có ký tự cổng nhà mạng hay từ chối: " + found + " (characters that gateways refuse)",
                "viết bằng chữ hoặc dùng dấu ngoặc tròn (write it in words, or use round brackets)"));
    }
}
