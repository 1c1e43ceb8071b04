"""The words that figures are claimed with: ``family value: words``, one line for each word of the grammar's own.

The longest word that fits a place is read. What is not here is unknown, and a figure with an
unknown word around it is not claimed. The value is a name of the form, or what tells a word from
others of its family.
"""

__all__ = ["VOCABULARY"]

VOCABULARY = """
# What is counted. 依申请公开信息3条 may be what was disclosed, and not what was asked for.
request: 政府信息依申请公开 依申请信息公开申请 政府信息依申请公开申请 依申请公开信息办件 依申请公开工单
    政府信息公开申请表 政府信息公开申请书 信息公开申请表 信息公开申请书 依申请公开 依申请公开申请 依申请公开件
    依申请公开办件 依申请 依申请件 公开申请 申请公开 申请公开事项 要求公开政府信息的申请 公开政府信息的申请
    公开政府信息申请 申请公开政府信息 要求提供政府信息的申请 公开相关信息的申请 公开有关信息的申请
    申请公开政府信息的申请 获取政府信息的申请 要求公开信息的申请 依申请公开政府信息申请 依申请公开信息申请
    依申请公开政务信息申请 信息公开件 政府信息公开件
request disclosed: 依申请公开信息 依申请公开政府信息 依申请公开的政府信息 依申请公开政务信息 依申请公开了
matter: 政府信息公开 政务信息公开 信息公开 政务公开 公开政府信息 依申请提供政府信息 政府信息公开类
    信息公开类 涉政府信息公开 省政府信息公开 市政府信息公开 县政府信息公开 区政府信息公开
ask: 申请 申请件 申请案件 申请事项
ask amount: 申请量 申请数 申请数量 申请总量 申请总数 申请件数 申请总件数

# What became of it. What is handled may be what was received, with or without what was carried in.
received: 接件 收件登记 接收受理 收 接获 受理 接收 收件 接受 受理了 接收到 收悉 受理数 受理量 收件数 收件量 受理件数
    受理总数
received got: 收到 接到 收到了 收到数 收到并登记 收到并受理 收到、受理 登记 登记受理 登记收到 受理登记 收悉并受理
received new: 新收 新收到 新受理 新接收 新收件 新收数 新接到
received added: 新增 新增加 新产生 新登记
handled due: 应办理 应办 应答复
handled: 承接 收办 承办 接办
handled any: 处理
handled all: 办理 办理数 办理量 办理件数 办理总数 办理总量
concluded: 予以答复 予以回复 作出答复 做出答复 答复处理 回复完毕 办结完毕 全部办结答复 办结归档 处理完结 办理终结
    答复反馈 结案 书面回复申请人 办结 答复 回复 办讫 答复完毕 完成办理 办结回复 办理办结 反馈答复 办结数 办结量 办结件
    办结件数 答复数 答复量 答复件数 办结总数 办理结果总计 办理结果合计 办复 办理完毕 办理完成 办理完结 处理完毕 办毕
    办结答复 办理答复 答复办结 处理完成 完成答复

# Of the year's own requests only, or answered in a way of its own, or not yet: no figure of table 3.
cohort: 当年度办结 当年度答复 本年度内办结 当年已办结 当年已答复 当年办结 当年答复 本年办结率 当期办结 当场答复
    当场办结 当面答复 现场答复 书面答复 延期答复 按期办结率
open: 尚在办理期限内 在办理期限内 仍在办理期限内 尚在办理期内 仍在办理中 尚未到期办结 实际办理 延期办理 未办结
    尚未办结 正在办理 正在办理中 办理中 尚在办理 未答复 尚未答复 还在办理 待办理 未办理完毕 尚未办理完毕

# From year to year.
carry: 结转 结转而来 结转过来 结转来 结转件 结转数 转接 转结 顺延 延续 转入 转至 转到 转 遗留 接转 转来 跨年 延至
    延期至 留待 跨入 跨至 移至
last: 加上年度 加上年 加上一年度 上年 上年度 上一年 上一年度 去年 上个年度 上一个年度 往年 前一年度
next: 下年 下年度 下一年 下一年度 次年 明年 来年 下个年度 下一个年度 次年度
this: 本年内 全年内 今年内 年初以来 一整年 本年 本年度 今年 今年度 当年 当年度 全年 全年度 年内 今年以来 本年以来
    报告期 本报告期 报告年度 一年来 一年中
othertime: 以来 前年 历年 同期 上半年 下半年 近年 近年来 往年来 历史 十四五 十三五
until: 截至 截止 截至目前 截止目前 目前

# From whom.
applicant natural_person: 自然人 公民 公民个人 个人 自然人身份 公民类
applicant organization: 法人 企业法人 法人或其他组织 法人或者其他组织 法人及其他组织 法人和其他组织 法人、其他组织
    法人以及其他组织 法人与其他组织 法人其他组织 法人或其它组织 法人及其它组织 法人或者其它组织
applicant commercial: 商业企业
applicant research: 科研机构
applicant public_welfare: 社会公益组织
applicant legal_service: 法律服务机构

# Results: the groups of table 3, and their reasons.
group disclosed: 给予公开 予以公开 予以公开类
group partly_disclosed: 部分予以公开 予以部分公开类 部分公开类 予以部分公开 部分公开 区分处理 区分处理后部分公开
    区分处理后予以部分公开
group refused: 不予公开 不予以公开 不予公开类
group unavailable: 无法提供 无法提供类 无法提供信息 无法提供政府信息 无法提供相关信息
group unprocessed: 不予处理 不予处理类
group otherwise: 其他处理 其它处理 其他类处理
leaf refused_state_secret: 国家秘密
leaf refused_prohibited_by_law: 法律行政法规禁止公开 法律、行政法规禁止公开 法律法规禁止公开 其他法律行政法规禁止公开
leaf refused_security_stability: 三安全一稳定 危及三安全一稳定 危及“三安全一稳定”
leaf refused_third_party: 第三方合法权益 保护第三方合法权益 第三方权益
leaf refused_internal_affairs: 内部事务信息 内部事务性信息 三类内部事务信息 内部事务
leaf refused_process: 过程性信息 四类过程性信息
leaf refused_enforcement_file: 行政执法案卷 行政执法案卷信息 执法案卷 执法案卷信息
leaf refused_enquiry: 行政查询事项 行政查询
leaf unavailable_not_held: 不掌握 不掌握信息 不掌握相关信息 不掌握相关政府信息 不掌握该信息 不掌握有关信息
    不掌握政府信息 本机关不掌握 本机关不掌握信息 本机关不掌握相关信息 本机关不掌握相关政府信息 本机关不掌握政府信息
    本单位不掌握 本行政机关不掌握
leaf unavailable_needs_creation: 无现成信息 无现成信息需另行制作 无现成信息需要另行制作 没有现成信息
    没有现成信息需要另行制作 没有现成信息需另行制作 需要另行制作 需另行制作
leaf unavailable_unclear: 补正后仍不明确 补正后申请内容仍不明确 补正后申请内容仍然不明确 补正后内容仍不明确
leaf unprocessed_petition: 信访举报投诉 信访举报投诉类 信访、举报、投诉 信访、举报、投诉类
leaf unprocessed_repeat: 重复申请 重复申请类
leaf unprocessed_publication: 公开出版物 要求提供公开出版物
leaf unprocessed_excessive: 大量反复申请 无正当理由大量反复申请
leaf unprocessed_reissue: 重新出具 重新出具已获取信息 确认或重新出具已获取信息 要求行政机关确认或重新出具已获取信息
leaf otherwise_not_supplemented: 逾期不补正 逾期未补正 逾期未按要求补正 无正当理由逾期不补正 逾期不作补正
leaf otherwise_fee_unpaid: 逾期未缴费 逾期未缴纳费用 逾期未按收费通知要求缴纳费用 逾期不缴费 逾期未按要求缴纳费用
    逾期未交费

# What becomes of requests under other names than those of the form.
outcome: 同意提供 部分提供 不予提供 不提供 告知获取方式 放弃申请 视为放弃 视为放弃申请 视为撤回 主动公开范围
    已主动公开 属于主动公开 属于主动公开范围 不属于本机关公开范围 不属于本机关职责范围 非本机关职责范围 撤回 主动撤回
    自行撤回 撤回申请 主动撤回申请 撤销 主动撤销 撤销申请 信息不存在 非政府信息 不属于政府信息 不属于本机关
    不属于本机关公开 不属于本机关职责 非本机关职责 不属于本单位 同意公开 不公开 补正 终止 驳回 撤诉 败诉 胜诉
publish: 公开类 发布 公布 公开 集中公开
site: 专栏 网站 门户网站 政府网站 政府门户网站 官网

# Remedies.
remedy reconsideration: 行政复议案 行政复议 复议 行政复议案件 复议案件 行政复议申请 复议数 行政复议数 行政复议案件数
remedy litigation: 被起诉 诉讼案 行政诉讼案 行政应诉案件 被诉讼 被诉 行政诉讼 诉讼 行政诉讼案件 诉讼案件 诉讼数
    行政诉讼数 行政诉讼案件数
remedy litigation_direct: 未经复议直接起诉 未经复议直接提起诉讼 未经复议直接提起行政诉讼 直接起诉 未经行政复议直接起诉
remedy litigation_after_reconsideration: 复议后起诉 复议后再起诉 复议后提起诉讼 复议后提起行政诉讼 复议后诉讼
    经复议后起诉
ending upheld: 维持原具体行政行为 维持原行政决定 维持原答复 维持我局决定 维持我局答复 维持 结果维持 维持原判 维持结果
    决定维持 复议决定维持 维持原行政行为 维持原决定 予以维持 判决维持
ending corrected: 被纠错 纠正 结果纠正 被纠正 纠错
ending other_outcome: 其他结果 其它结果
ending pending: 审理中 仍在审理 仍在审理中 正在审理之中 待审理 未结 尚未审结 还未审结 未审结 尚在审理 正在审理
    尚在审理中 正在审理中
grievance: 投诉 申诉 申诉案件 举报 举报投诉 投诉举报 信访 上访 信访投诉 信访举报 行政争议 争议 纠纷 行政纠纷
unrelated: 无关 均无关 不涉及 均不涉及 不属于政府信息公开
cause: 因 因为 由于 因公开
arise: 引发 引起 产生 发生 出现 提起 被 被申请 被提起 导致 不服 不满 不满意 新发生

# Table 2.
document normative_documents: 规范性文件 行政规范性文件 政府规范性文件
document rules: 地方政府规章 规章 政府规章 行政规章
measure issued: 新增制发 新增制定 颁布 颁布实施 制定公布 新制定出台 制定颁布 制发 制定 制订 出台 印发 制定出台
    制定印发 制定发布 新制定 新制发 新制订 新出台 新印发 印发实施 公布实施 制定实施 制定并公开 制发并公开 制发并备案
    制定并备案
measure newly_produced: 新制作
measure repealed: 废止 予以废止 清理废止 宣布废止 宣布予以废止
measure in_force: 现行有效 现行有效的
process: 保留 继续保留 修改 修订 失效 宣布失效 继续有效 清理 梳理 修改完善 继续执行
decision licenses: 行政许可 许可决定
decision penalties: 行政处罚 处罚决定
decision compulsory_measures: 行政强制 行政强制措施 行政强制执行 强制措施
decide done: 作出 做出 实施 下达 采取
decide: 决定 处理决定 处理决定数量 决定书
fee: 行政事业性收费
processing: 信息公开信息处理费 信息公开处理费用 政府信息公开处理费 依申请公开信息处理费 信息处理费
    政府信息公开信息处理费 信息公开处理费 信息处理费用 政府信息处理费
collect: 征缴 入库 计收 收取 征收 收缴 收费 收入 实收 实际收取 收取了 费用
notice: 收费通知 发出收费通知 收费通知书

# Turns of speech.
plan: 计划 预计 拟 力争 争取 下一步 下步 今后 将要 打算
compare: 同上年相比 同去年相比 同比 环比 相比 相较 较 比 增加 减少 增长 下降 上升 回落 降低 上涨 增幅 降幅 多 少 持平
negation: 没有人 无人 未 并未 暂未 未曾 未有 没有 没 无 尚无 暂无 并无 尚未 从未 没有任何 无一
cumulative: 累计
sum: 共 共计 总共 总计 合计 一共 共有
except: 不含 不包括 不包含 另有 另外 另
part: 其中 包括 包含 含
whole: 中 当中 之中
each: 均 都 全部 各 均已 已全部 已均 全都 皆 均为
respectively: 分别 分别为 依次
etc: 等
thus: 因此 由此 为此 对此
unknown: 作为 该类 此类 这类 同类 几类 该领域 按件 按量 按页 月均 年均 日均 人均
kinds: 各类 各种 各项 多种
rest: 其他 其它 其他组织 其它组织
and: 、 和 及 与 或 以及 或者
stop: ， , ； ; 。
open_bracket: （ (
close_bracket: ） )

# Neutral: how, when, by which rule and by whom it was done. A word may stand here only if a figure counts the
# same with it and without it, whatever it stands beside. What narrows (a channel, a topic, another body) may not.
neutral: 获 的 了 为 是 有 在 对 于 按 经 以 之 该 已 并 也 亦 还 且 则 就 由 向 给 从 自 至 到 计 达 总 仅 只 其 此 时
    后 内 前 方 可 能 过 来 看 属 既 尚 仍 即 作 现 余 起 止 初 底 末 年 月 日 数 量 占 案 类 涉
neutral: 进入办理程序 进入 接续 经依法审查 经审查后 审查后 立改废 除此之外 件 系 年度 悉数 一一 逐条 分类 而 至今 名义
    需要 未到办理期限 未到答复期限 未到期 尚未到期 行为 绝大多数 大多数 有所 明显 略有 大幅 小幅 件数 件次 总额 金额
    人民币 数目 案件 事项 事宜 方面 领域 工作 情况 情形 现象 内容 结果 总体 整体 具体 业务 数字 数据 规模 原因 理由 缘由
    主要原因 办法 形式 身份 任何 所有 相关 有关 关于 针对 涉及 上述 剩余 余下 如下 相应 同时 此外 另外有 从而 总体上
    总体而言 来说 加上 连同 外加
neutral: 告知 提出 提交 递交 发出 进行 开展 完成 实现 做到 做好 保持 落实 推动 推进 加强 坚持 统计 据统计 经梳理 汇总
    登记后 经审查 经审核 予以 给予 决定予以 自行 工作中 过程中 收到申请后 受理申请后 妥善处理 依法处理 依法作出
neutral: 依法 依规 依程序 依规定 按期 及时 如期 准时 限时 限期 认真 严格 规范 妥善 高效 顺利 积极 全面 切实 稳妥 有序
    扎实 持续 继续 进一步 逐一 逐件 逐项 准确 公正 便民 快速 优质 圆满 如实 合法 合规 统一 稳步 主动 不断 有力 详细
    正式 审慎 平稳 正常 良好 到位 动态 一律 符合 高质量 高标准 保质保量 依据充分 有效办理 平稳运行 运行平稳 规范化
    制度化 合共
neutral: 根据 按照 依照 依据 遵照 法律 法规 法定 条例 规定 要求 期限 时限 时间 程序 流程 全程 全流程 全过程 国家
    国务院办公厅 信息公开条例 政府信息公开条例 中华人民共和国政府信息公开条例 需征求第三方意见 因需征求第三方意见
neutral: 申请人 当事人 主体 申请主体 公众 群众 人民群众 广大群众 社会 公民法人 单位和个人 任何单位或个人 组织和个人
    行政机关 专人 安排专人 负责 为主 为被告 为被申请人 作为被告 作为被申请人
neutral: 年终 期末 期间 一年内 年度内 本年度内 统计期内 截至年底 截至统计 目前已 12月底
neutral: 事务 对外 清理后 经清理 经清理后 线上线下 线上、线下 复议机关 行政复议机关 法院 人民法院 行政复议机构 复议机构
neutral: 办理结果 处理结果 办理情况 处理情况 答复情况 其他情况 办理方面 办理工作 受理工作 答复方式 答复类型 处理方式
    办理方式 办理规范 受理规范 监督保障 政府信息管理 主动公开方面 平台建设 救济 监督救济 行政救济 畅通 渠道畅通
    高度重视 重视 表示满意 均表示满意 对答复 用时 平均用时 以公开为常态 不公开为例外 以公开为常态、不公开为例外
neutral: 办结率 答复率 按期办结率 办复率 及时率 满意率 回复率 公开率 受理率 办理率 提供率 完成率 占比 比例 百分之百
"""
