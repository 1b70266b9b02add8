package vn.canhbao.report.schedule;

import vn.canhbao.report.ReportPeriod;

/** Published when a schedule was set; whoever keeps the triggers takes it after the commit. */
public record ReportScheduleChanged(ReportPeriod.Kind kind) {}
