package vn.canhbao.scheduler.imports;

import java.io.IOException;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.ImportSource;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.core.recipient.Recipients;

/** The import job: one step, chunks of rows, one job instance an import ({@code importId}). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class RecipientImportJob {

    static final String JOB = "recipientImport";
    static final String STEP = "recipients";

    /** Rows of a transaction: large enough for set-based writes, small enough for a live progress figure. */
    static final int CHUNK = 1000;

    private static final String IMPORT_ID = "#{jobParameters['importId']}";

    @Bean
    Job recipientImport(JobRepository repository, Step recipientImportStep, ImportEnd end) {
        return new JobBuilder(JOB, repository)
                .listener(end)
                .start(recipientImportStep)
                .build();
    }

    @Bean
    Step recipientImportStep(
            JobRepository repository,
            PlatformTransactionManager transactions,
            RecipientCsvReader recipientCsvReader,
            RowCheck rowCheck,
            RecipientRowWriter recipientRowWriter,
            ImportRuns runs) {
        return new StepBuilder(STEP, repository)
                        .<CsvRow, RowOutcome>chunk(CHUNK)
                        .transactionManager(transactions)
                        .reader(recipientCsvReader)
                        .processor(rowCheck)
                        .writer(recipientRowWriter)
                        .stream(rowCheck)
                        .listener(runs)
                        .build();
    }

    @Bean
    @StepScope
    RecipientCsvReader recipientCsvReader(
            @Value(IMPORT_ID) long importId, RecipientImports imports, Uploads uploads, RowCheck rowCheck)
            throws IOException {
        ImportSource source = imports.source(importId);
        var layout = FileCheck.layout(uploads.path(source.storedFile()), ColumnMapping.read(source.mapping()));
        return new RecipientCsvReader(uploads.path(source.storedFile()), layout.delimiter(), rowCheck::process);
    }

    @Bean
    @StepScope
    RowCheck rowCheck(@Value(IMPORT_ID) long importId, RecipientImports imports, Uploads uploads, Operators operators)
            throws IOException {
        ImportSource source = imports.source(importId);
        var layout = FileCheck.layout(uploads.path(source.storedFile()), ColumnMapping.read(source.mapping()));
        return new RowCheck(layout, new MsisdnParser(operators.prefixes()));
    }

    @Bean
    @StepScope
    RecipientRowWriter recipientRowWriter(
            @Value(IMPORT_ID) long importId,
            Recipients recipients,
            RecipientLists lists,
            RecipientImports imports,
            ImportMeters meters) {
        return new RecipientRowWriter(importId, recipients, lists, imports, meters);
    }
}
