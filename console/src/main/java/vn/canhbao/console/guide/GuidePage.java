package vn.canhbao.console.guide;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * One page of the guide.
 *
 * @param title its first heading
 * @param html without scripts and styles; pictures and other pages by their addresses in the console
 */
public record GuidePage(String title, String html) {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).build();

    static GuidePage of(String markdown) {
        Node page = PARSER.parse(markdown);
        Addresses addresses = new Addresses();
        page.accept(addresses);
        return new GuidePage(addresses.title.toString(), HTML.render(page));
    }

    /** In the repository a page lies beside the others, its pictures in a folder; here both have paths of their own. */
    private static final class Addresses extends AbstractVisitor {

        private final StringBuilder title = new StringBuilder();

        @Override
        public void visit(Heading heading) {
            if (title.isEmpty() && heading.getFirstChild() instanceof Text text) {
                title.append(text.getLiteral());
            }
        }

        @Override
        public void visit(Link link) {
            if (link.getDestination().matches("[a-z-]+\\.md")) {
                link.setDestination("/help/" + link.getDestination().replace(".md", ""));
            }
        }

        @Override
        public void visit(Image picture) {
            picture.setDestination("/guide/" + picture.getDestination());
        }
    }
}
