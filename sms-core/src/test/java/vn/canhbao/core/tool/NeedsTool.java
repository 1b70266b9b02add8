package vn.canhbao.core.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need a tool; where it is missing they are skipped with the reason. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTool.Check.class)
public @interface NeedsTool {

    Tool value();

    /** Asks before anything of the class is started. */
    final class Check implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRequiredTestClass()
                    .getAnnotation(NeedsTool.class)
                    .value()
                    .assumeHere();
        }
    }
}
