"""A busy year's report from its numbers: build it, check it, hand in the document.

Run ``python docs/examples/busy_year.py [FOLDER]``; the report is written to the folder as DOCX.
"""

import sys
from pathlib import Path

import gov_disclosure as gd

proactive = gd.ProactiveTable.of(
    normative_documents={"issued": 3, "repealed": 1, "in_force": 21},
    licenses=12_480,
    penalties=316,
    compulsory_measures=4,
    fees="190.4573",
)
requests = gd.RequestMatrix.of(
    received={"natural_person": 412, "commercial": 23, "legal_service": 6},
    carried_in={"natural_person": 18, "commercial": 1},
    disclosed={"natural_person": 188, "commercial": 9, "legal_service": 2},
    partly_disclosed={"natural_person": 41, "commercial": 3},
    refused_third_party={"natural_person": 6},
    refused_internal_affairs={"natural_person": 9, "commercial": 1},
    unavailable_not_held={"natural_person": 127, "commercial": 8, "legal_service": 4},
    unprocessed_petition={"natural_person": 14},
    unprocessed_repeat={"natural_person": 8, "commercial": 1},
    otherwise_not_supplemented={"natural_person": 11},
    carried_out={"natural_person": 26, "commercial": 2},
)
review_litigation = gd.ReviewLitigationTable.of(
    reconsideration={"upheld": 9, "corrected": 1, "pending": 2},
    litigation_direct={"upheld": 3},
    litigation_after_reconsideration={"upheld": 1, "other_outcome": 1},
)
new, done = requests["received", "total"], requests["concluded", "total"]
report = gd.Report(
    organization="青禾县自然资源局",
    year=2024,
    overview=f"""
（一）主动公开情况。全年制发行政规范性文件3件，均在二十个工作日内公开；发布征地信息86条。
（二）依申请公开情况。全年新收政府信息公开申请{new}件，上年结转19件，办结{done}件。
（三）政府信息管理情况。每季度清理一次已公开的文件，标注废止和修改情况。
（四）平台建设情况。县政府门户网站设征地信息专栏，按村可查。
（五）监督保障情况。公开工作列入股室考核，全年培训3次；未发生责任追究。
""",
    proactive=proactive,
    requests=requests,
    review_litigation=review_litigation,
    problems="""
存在的主要问题：征地信息的申请集中，部分答复接近法定期限。
改进情况：建立申请办理台账，到期前五个工作日提醒；将常被申请的征地批文转为主动公开。
""",
    other_matters="本年度未收取政府信息公开信息处理费。",
)
print(report.validate().raise_for_errors())
report.write(Path(sys.argv[1] if len(sys.argv) > 1 else ".") / "青禾县自然资源局2024年报告.docx")
