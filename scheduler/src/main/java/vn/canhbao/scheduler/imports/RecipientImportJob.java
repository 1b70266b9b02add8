package vn.canhbao.scheduler.imports;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import vn.canhbao.core.operator.Operators;
import vn.canhbao.core.recipient.Areas;
import vn.canhbao.core.recipient.ImportSource;
import vn.canhbao.core.recipient.MsisdnParser;
import vn.canhbao.core.recipient.RecipientHistory;
import vn.canhbao.core.recipient.RecipientImports;
import vn.canhbao.core.recipient.RecipientLists;
import vn.canhbao.core.recipient.RecipientTraits;
import vn.canhbao.core.recipient.Recipients;
import vn.canhbao.core.recipient.UnitDesk;
import vn.canhbao.core.recipient.UnitTree;
import vn.canhbao.core.recipient.Units;
import vn.canhbao.scheduler.table.TableFile;
import vn.canhbao.scheduler.table.TextEncoding;

/** The import job: one step, a block of rows a transaction, one job instance an import ({@code importId}). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportProperties.class)
class RecipientImportJob {

    static final String JOB = "recipientImport";
    static final String STEP = "recipients";

    /** Rows of a transaction: so many that its two fsyncs cost little, so few that the progress figure lives. */
    static final int CHUNK = 4000;

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
            RowBlockReader rowBlockReader,
            RecipientRowWriter recipientRowWriter,
            ImportRuns runs,
            StopRequest stop) {
        return new StepBuilder(STEP, repository)
                .<RowBlock, RowBlock>chunk(1)
                .transactionManager(transactions)
                .reader(rowBlockReader)
                .writer(recipientRowWriter)
                .listener((StepExecutionListener) runs)
                .listener((ItemWriteListener<RowBlock>) stop)
                .build();
    }

    @Bean
    @StepScope
    StopRequest stopRequest(
            @Value(IMPORT_ID) long importId, @Value("#{stepExecution}") StepExecution step, RecipientImports imports) {
        return new StopRequest(importId, step, imports);
    }

    @Bean
    @StepScope
    RowBlockReader rowBlockReader(
            @Value(IMPORT_ID) long importId, RecipientImports imports, Uploads uploads, Operators operators) {
        ImportSource source = imports.source(importId);
        TableFile file = file(source, uploads);
        FileLayout layout = FileCheck.layout(file, ColumnMapping.read(source.mapping()));
        return new RowBlockReader(file, new RowCheck(layout.valid(), new MsisdnParser(operators.prefixes())), CHUNK);
    }

    private static TableFile file(ImportSource source, Uploads uploads) {
        return new TableFile(
                uploads.path(source.storedFile()),
                source.encoding() == null ? null : TextEncoding.named(source.encoding()));
    }

    @Bean
    @StepScope
    DetailsWriter detailsWriter(
            @Value(IMPORT_ID) long importId,
            RecipientImports imports,
            Units units,
            UnitTree tree,
            UnitDesk desk,
            Areas areas,
            RecipientTraits traits) {
        String actor = imports.source(importId).requestedBy();
        return new DetailsWriter(new UnitPlacement(units, tree, desk, actor), new AreaNames(areas), traits);
    }

    @Bean
    @StepScope
    RecipientRowWriter recipientRowWriter(
            @Value(IMPORT_ID) long importId,
            Recipients recipients,
            RecipientLists lists,
            RecipientHistory history,
            RecipientImports imports,
            DetailsWriter details,
            ImportMeters meters) {
        return new RecipientRowWriter(importId, recipients, lists, history, imports, details, meters);
    }
}
