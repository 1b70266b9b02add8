package vn.canhbao.templates;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads {@code {{name}}}, {@code {{#name}}…{{/name}}} and {@code {{^name}}…{{/name}}}: the three of mustache's forms that a
 * message needs (docs/adr/0014). A text with a mistake is one piece of words, so that rendering never fails.
 */
class TextParser {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][^{}#^/]*");

    private final String text;
    private final List<TextProblem> problems = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String name, boolean forThoseWithout, List<Part> parts, int position) {}

    TextParser(String text) {
        this.text = text;
    }

    record Parsed(List<Part> parts, List<TextProblem> problems) {}

    Parsed parse() {
        open.push(new Open(null, false, new ArrayList<>(), 0));
        int place = 0;
        for (int begin = text.indexOf("{{"); begin >= 0; begin = text.indexOf("{{", place)) {
            words(place, begin);
            int end = text.indexOf("}}", begin);
            if (end < 0) {
                problem(begin, "“{{” không có “}}”; thêm “}}” sau tên trường (“{{” without “}}”: close it)");
                place = begin + 2;
                break;
            }
            tag(text.substring(begin + 2, end).strip(), begin);
            place = end + 2;
        }
        words(place, text.length());
        while (open.size() > 1) {
            Open left = open.pop();
            problem(
                    left.position,
                    "phần điều kiện “" + left.name + "” chưa đóng; thêm {{/" + left.name
                            + "}} (the section is never closed: add {{/" + left.name + "}})");
        }
        return problems.isEmpty()
                ? new Parsed(List.copyOf(open.pop().parts), List.of())
                : new Parsed(List.of(new Part.Words(text)), List.copyOf(problems));
    }

    private void words(int from, int to) {
        if (from < to) {
            add(new Part.Words(text.substring(from, to)));
        }
    }

    private void tag(String tag, int position) {
        char kind = tag.isEmpty() ? ' ' : tag.charAt(0);
        String name =
                kind == '#' || kind == '^' || kind == '/' ? tag.substring(1).strip() : tag;
        if (!NAME.matcher(name).matches()) {
            problem(
                    position,
                    "“{{" + tag
                            + "}}” không phải tên trường; viết {{full_name}}, {{#unit}}…{{/unit}} hoặc {{^unit}}…{{/unit}}"
                            + " (no placeholder: these are the three forms)");
            return;
        }
        switch (kind) {
            case '#', '^' -> open.push(new Open(name, kind == '^', new ArrayList<>(), position));
            case '/' -> close(name, position);
            default -> add(new Part.Field(name, position));
        }
    }

    private void close(String name, int position) {
        if (!name.equals(open.peek().name)) {
            String expected = open.size() > 1 ? "; ở đây phải là {{/" + open.peek().name + "}}" : "; bỏ nó đi";
            problem(
                    position,
                    "{{/" + name + "}} không đóng phần nào đang mở" + expected
                            + " (it closes nothing that is open here)");
            return;
        }
        Open section = open.pop();
        add(new Part.Section(section.name, section.forThoseWithout, List.copyOf(section.parts), section.position));
    }

    private void add(Part part) {
        open.peek().parts.add(part);
    }

    private void problem(int position, String problem) {
        problems.add(new TextProblem(position, problem));
    }
}
