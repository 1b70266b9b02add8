package vn.canhbao.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application and its commands. */
@SpringBootApplication(scanBasePackages = "vn.canhbao")
public class Canhbao {

    public static void main(String[] arguments) {
        SpringApplication.run(Canhbao.class, arguments);
    }
}
