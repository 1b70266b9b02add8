package vn.canhbao.scheduler.imports;

import java.util.List;
import vn.canhbao.core.recipient.Area;
import vn.canhbao.core.recipient.Traits;
import vn.canhbao.scheduler.table.TableRow;

/**
 * What a row says beside name and unit.
 *
 * @param unitPath units from the top, the person's own last
 * @param areas province and commune that the row names, in this order
 */
record RowDetails(TableRow row, List<String> unitPath, Traits traits, List<Area> areas) {}
