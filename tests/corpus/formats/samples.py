"""One report in many files: an invented text with every heading style, and writers for it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

ANJU: Final = (
    Path(__file__).parents[3].joinpath("corpus/reports/anju-2022.txt").read_text(encoding="utf-8")
)

INVENTED: Final = """云府法〔2031〕7号
青岚市云溪县人民政府
关于2030年度法治政府建设情况的报告
市人民政府：
2030年，云溪县深入推进依法行政，现将有关情况报告如下。
一、主要举措和成效
全县共召开常务会议12次，其中：专题研究法治工作3次，较上年增加1次，各项工作有序推进，取得了新的进展，群众满意度达９８．５％。
（一）健全依法决策机制。坚持科学决策、民主决策、依法决策，全年审查重大行政决策7件、规范性文件15件，提出意见建议120余条，采纳率达95%以上，未发生因决策引发的行政诉讼案件。
(二)规范行政执法行为
1.强化执法监督。开展案卷评查2次，评查案卷160件，合格率达100%，发现并整改问题31个，印发通报3期。
2.优化执法方式。一是推行“首违不罚”。全年不予处罚案件42件，减免金额18.6万元。二是推行说理式执法。制作说理式文书210份，当事人自动履行率由上年的83.1%提升至90.4%，增长7.3个百分点。
（1）乡镇方面。14个乡镇承接行政执法事项96项。
三是加强队伍建设。培训执法人员两千余人次，持证上岗率达百分之百。
第一，严格持证上岗制度。第二，落实执法全过程记录制度。
——打造“云溪e法”平台，注册用户3.2万人。
二、存在的问题
一年来的工作仍有不足，主要表现在：执法力量向基层延伸不够，个别部门法制审核人员配备不足，全县40个执法单位中仍有6个没有专职法制审核人员，数字化执法水平有待提升。
三、下一步打算
首先，抓好制度落实。其次，抓好队伍培训，力争2031年培训覆盖率达到100%。
青岚市云溪县人民政府
2031年1月20日
"""

REPORTS: Final = {"anju": ANJU, "invented": INVENTED}


def lines_of(text: str) -> list[str]:
    """The lines with all white space taken out, which is what two formats must share."""
    return [bare for line in text.split("\n") if (bare := re.sub(r"\s", "", line))]


def is_centred(number: int, line: str) -> bool:
    """Whether a line of these two reports is set as a title."""
    return number < 3 and len(line) < 40


def is_signature(number: int, count: int, line: str) -> bool:
    """Whether a line of these two reports stands at the right, as organ and date do."""
    return number >= count - 2 and len(line) < 20
