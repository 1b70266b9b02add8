package vn.canhbao.scheduler.testsend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.problem.FieldProblem;
import vn.canhbao.core.problem.InvalidInput;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.ParsedMsisdn;

/** The numbers that a text may be tried on. */
@Component
@EnableConfigurationProperties(TestSendSettings.class)
public class TestNumbers {

    private final TestSendSettings settings;
    private final Operators operators;

    TestNumbers(TestSendSettings settings, Operators operators) {
        this.settings = settings;
        this.operators = operators;
    }

    /** Those that are allowed, as digits with the country code. */
    public Set<String> allowed() {
        MsisdnParser parser = new MsisdnParser(operators.prefixes());
        Set<String> allowed = new LinkedHashSet<>();
        for (String number : settings.numbers()) {
            switch (parser.parse(number)) {
                case ParsedMsisdn.Mobile mobile -> allowed.add(mobile.msisdn().digits());
                case ParsedMsisdn.Refused refused ->
                    throw new IllegalStateException("canhbao.test-send.numbers: " + number + ": " + refused.reason());
            }
        }
        return allowed;
    }

    /** Each once, as digits; {@link InvalidInput} names every one that isn't allowed. */
    List<String> checked(List<String> written) {
        if (written == null || written.isEmpty() || written.size() > settings.most()) {
            throw InvalidInput.of(
                    "numbers", "từ 1 đến " + settings.most() + " số (1 to " + settings.most() + " numbers)");
        }
        MsisdnParser parser = new MsisdnParser(operators.prefixes());
        Set<String> allowed = allowed();
        Set<String> numbers = new LinkedHashSet<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String field = "numbers[" + i + "]";
            switch (parser.parse(written.get(i))) {
                case ParsedMsisdn.Refused refused -> problems.add(new FieldProblem(field, refused.reason()));
                case ParsedMsisdn.Mobile mobile -> {
                    if (!allowed.contains(mobile.msisdn().digits())) {
                        problems.add(new FieldProblem(
                                field,
                                "không phải số thử của cơ quan: thêm vào canhbao.test-send.numbers nếu đúng là số của mình"
                                        + " (not one of the office's test numbers)"));
                    }
                    numbers.add(mobile.msisdn().digits());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return List.copyOf(numbers);
    }
}
