package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names of persons. Without a dictionary of words only a guess is possible: one of the usual surnames, one or two characters, and then something
// that can follow a name. All findings that rest on it are warnings.

const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦" +
	"邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮" +
	"柯纪梅童凌毕季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗" +
	"瞿桂全佟臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻厉伊仝" +
	"区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相门云容敬扈晁芮普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭宿鲜印逯隆茹诺战慕危玉银亢" +
	"嵇公哈湛宾戎勾茅利於呼居揭干尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭于任时单应"

// notNames are ordinary words that look like a name after a role: 被害人陈述, 证人应当.
var notNames = words(
	"成长", "结合", "孙子", "外孙", "陈述", "方面", "应当", "应于", "安全", "许可", "申请", "严重", "明确", "成年", "成立", "时间", "任何", "于是", "能够", "单位", "和解", "通过", "常住", "房屋", "国家", "公民", "解释", "解除", "来自", "来源",
	"相关", "全部", "全体", "都是", "公司", "商标", "印章", "原告", "被告", "利益", "权利", "权益", "居住", "干扰", "信息", "位于", "强制", "强奸", "管理", "连带", "计算", "支付", "支持", "支出", "时应", "文书",
	"提出", "车辆", "游客", "左右", "包括", "向人", "向法", "关系", "关于", "易受", "单独", "党员", "时候", "司法", "海外", "经济", "文化", "官方", "平等", "元旦", "和被", "和证", "或者", "范围", "石油", "金额", "江苏",
	"于法", "于本", "应承", "应当庭", "应出", "应在", "何时", "何人", "费用", "路费", "万元", "当庭", "申诉", "温州", "成都", "海关", "国有", "农民", "农村", "明知", "成员", "成为", "时的", "时间", "那么", "和其", "于其",
	"从事", "作证", "房产", "谈话", "乐于", "华侨", "平安", "安置", "纪录", "计划", "终结", "查明", "查询", "封存", "宣告", "宣誓", "沙龙", "智力", "马上", "雷同", "高度", "高级", "万一", "常见", "殷切", "何种", "应该",
	"公开", "公安", "农药", "解决", "宫颈", "连续", "况且", "由于", "由其", "幸存", "相互", "相应", "全国", "普通", "容易", "强迫", "修改", "修复", "展开", "项目", "平台", "边缘", "满意", "满十", "国籍", "户籍", "家属",
)

var compoundSurnames = []string{"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫", "独孤"}

// nameAt is the length of a name that begins a text, 0 if none does. What follows must be able to follow a name.
func nameAt(s string) int {
	if n := dottedName(s); n > 0 {
		return n
	}
	surname, size := utf8.DecodeRuneInString(s)
	switch {
	case hasPrefix(s, compoundSurnames):
		size = 6
	case !strings.ContainsRune(surnames, surname) || surname == utf8.RuneError:
		return 0
	}
	best, i := 0, size
	for range 2 {
		r, width := utf8.DecodeRuneInString(s[i:])
		if !given(r) {
			break
		}
		i += width
		if follows(s[i:]) {
			best = i
		}
	}
	if best == 0 || notNames.in(s[:best]) {
		return 0
	}
	return best
}

// dottedName reads the names of several nationalities: 阿依夏·买买提.
func dottedName(s string) int {
	parts, count := 0, 0
	for i, r := range s {
		switch {
		case given(r):
			count++
			if count > 8 {
				return 0
			}
			continue
		case (r == '·' || r == '•' || r == '・') && count >= 2:
			parts, count = parts+1, 0
			continue
		}
		if parts > 0 && count >= 1 {
			return i
		}
		return 0
	}
	if parts > 0 && count >= 1 {
		return len(s)
	}
	return 0
}

// given: a character of a given name; 某 stands for a hidden one.
func given(r rune) bool {
	return unicode.Is(unicode.Han, r) && !strings.ContainsRune("某的了之及与等不未无有为以就是所其此该各或并且诉系犯被因称十离由", r)
}

// follows: what can follow a name in the sentences of a court.
func follows(s string) bool {
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	if hasPrefix(s, followWords) {
		return true
	}
	return unicode.IsPunct(r) || unicode.IsSpace(r) || r == '|' || strings.ContainsRune("系与诉因犯被男女称及和在", r)
}

var followWords = []string{
	"离婚", "抚养", "变更", "继承", "婚", "同居", "收养", "探望", "赡养", "扶养", "监护", "解除", "确认", "之间", "一案", "陈述", "证言", "证实", "证明", "指认", "辨认", "死亡", "受伤", "报警", "报案", "经济损失", "的", "等", "到庭", "出庭", "由", "随", "归", "跟",
	"案发", "作案", "供述", "辩解", "年仅", "现年", "就读", "出生", "居住", "当庭", "自愿",
}

// nameEnding is the length of the name that ends a text, after a stop or a role.
func nameEnding(s string) int {
	for i := len(s); i > 0 && len(s)-i < 36; {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if before := lastRune(s[:i]); before == 0 || unicode.IsPunct(before) || unicode.IsSpace(before) || hasSuffix(s[:i], roles) {
			if nameAt(s[i:]) == len(s)-i {
				return len(s) - i
			}
		}
	}
	return 0
}

// roles stand before the names of persons.
var roles = []string{
	"原告", "被告", "被告人", "申请人", "被申请人", "上诉人", "被上诉人", "第三人", "被害人", "证人", "罪犯", "未成年人", "儿子", "女儿", "之子", "之女", "学生", "被监护人", "姓名",
}

// named: the text holds a name with the person's sex after it: 张三，男，.
func named(s string) bool {
	for _, sex := range []string{"，男", "，女", ",男", ",女", "（男", "（女", "、男", "、女"} {
		if i := strings.LastIndex(s, sex); i > 0 && nameEnding(s[:i]) > 0 {
			return true
		}
	}
	return false
}
